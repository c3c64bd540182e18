import { Router } from 'express'
import type { Registry } from 'prom-client'
import { openScrape } from './scrape.ts'

export type Readiness = { readonly ready: boolean; readonly reasons: readonly string[]; readonly mode?: string }

type HealthParts = { readonly readiness: () => Promise<Readiness>; readonly registry: Registry }

/** For those who run the desk: whether this worker lives, whether it can serve, and what all workers of its port measured. */
export const health = ({ readiness, registry }: HealthParts): Router => {
  const router = Router()
  const scrape = openScrape(registry)
  router.get('/healthz', (_request, response) => void response.set(neverKept).json({ alive: true }))
  router.get('/readyz', async (_request, response) => {
    const state = await readiness()
    response
      .set(neverKept)
      .status(state.ready ? 200 : 503)
      .json(state)
  })
  router.get('/metrics', async (_request, response) => {
    const measured = await scrape()
    response.set(neverKept).type(registry.contentType)
    if (measured !== undefined) return void response.send(measured)
    // Not what Prometheus may keep: counters that jump from all workers' to one's are worse than none.
    response.status(503).send(`# Not every worker answered. This one alone measured:\n${await registry.metrics()}`)
  })
  return router
}

const neverKept = { 'Cache-Control': 'no-store' }
