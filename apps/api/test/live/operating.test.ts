import { readFile } from 'node:fs/promises'
import { collectDefaultMetrics, Registry } from 'prom-client'
import { expect, test } from 'vitest'
import { measureRequests } from '../../src/http/metrics.ts'
import { liveMetrics } from '../../src/live/metrics.ts'

/** Every name that a worker's `/metrics` has a line for. */
const exposedNames = async () => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  liveMetrics(registry)
  measureRequests(registry)
  const metrics = await registry.getMetricsAsJSON()
  return new Set(
    metrics.flatMap(({ name, type }) =>
      String(type) === 'histogram' ? [name, `${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
    ),
  )
}

const read = (file: string) => readFile(new URL(`../../../../docs/${file}`, import.meta.url), 'utf8')
const namesIn = (text: string) => new Set(text.match(/\b(?:livedesk_live|http_request|nodejs|process)_[a-z0-9_]+/gu))

test.for(['grafana-dashboard.json', 'operate.md'])('every metric that %s names exists', async (file) => {
  const exposed = await exposedNames()
  const named = namesIn(await read(file))

  expect(named.size).toBeGreaterThan(10)
  expect([...named].filter((name) => !exposed.has(name))).toEqual([])
})

test.for(['grafana-dashboard.json', 'operate.md'])('%s leaves out no metric of live delivery', async (file) => {
  const named = [...namesIn(await read(file))]
  const ours = [...(await exposedNames())].filter((name) => /^livedesk_live_(?!.*_(?:bucket|sum|count)$)/u.test(name))

  expect(ours.filter((name) => !named.some((one) => one === name || one === `${name}_bucket`))).toEqual([])
})
