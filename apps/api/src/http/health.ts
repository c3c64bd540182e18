import { Router } from 'express'
import type { Registry } from 'prom-client'

export type Readiness = { readonly ready: boolean; readonly reasons: readonly string[]; readonly mode?: string }

type HealthParts = { readonly readiness: () => Promise<Readiness>; readonly registry: Registry }

/** For those who run the desk: whether this worker lives, whether it can serve, and what it measured. */
export const health = ({ readiness, registry }: HealthParts): Router => {
  const router = Router()
  router.get('/healthz', (_request, response) => void response.set(neverKept).json({ alive: true }))
  router.get('/readyz', async (_request, response) => {
    const state = await readiness()
    response
      .set(neverKept)
      .status(state.ready ? 200 : 503)
      .json(state)
  })
  router.get('/metrics', async (_request, response) => {
    response
      .set(neverKept)
      .type(registry.contentType)
      .send(await registry.metrics())
  })
  return router
}

const neverKept = { 'Cache-Control': 'no-store' }
