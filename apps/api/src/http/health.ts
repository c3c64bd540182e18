import { type RequestHandler, Router } from 'express'
import type { Registry } from 'prom-client'

export type Readiness = { readonly ready: boolean; readonly reasons: readonly string[]; readonly mode?: string }

type HealthParts = { readonly readiness: () => Promise<Readiness>; readonly registry: Registry }

/** For those who run the desk: whether this worker lives, whether it can serve, and what it measured. */
export const health = ({ readiness, registry }: HealthParts): Router => {
  const router = Router()
  router.use(neverKept)
  router.get('/healthz', (_request, response) => void response.json({ alive: true }))
  router.get('/readyz', async (_request, response) => {
    const state = await readiness()
    response.status(state.ready ? 200 : 503).json(state)
  })
  router.get('/metrics', async (_request, response) => {
    response.type(registry.contentType).send(await registry.metrics())
  })
  return router
}

const neverKept: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store')
  next()
}
