import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { redisSuite } from '../redis-suite.ts'
import { openRedis } from './redis.ts'
import { assign } from './say.ts'
import { openWorkers } from './workers.ts'

const boris = 2

const terminate = (name: string) =>
  sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name like ${name}`

test.for(['livedesk-listen', 'livedesk-notify', 'livedesk-sequence', 'livedesk-read', 'livedesk-%'])(
  '[D5] %s connections that the server ends cost no event, and come back by themselves',
  async (name) => {
    await using desk = await openWorkers()
    const tabs = [await desk.connect(boris), await desk.connect(boris, { worker: 1 })]
    for (let round = 0; round < 3; round += 1) {
      await terminate(name).execute(desk.database.db)
      await desk.at(round % 2).tx(async (tx) => assign(tx, boris, `round ${round}`))
      for (const tab of tabs) expect(await tab.next()).toMatchObject({ title: `round ${round}` })
    }
    await expect
      .poll(() => [0, 1].map((worker) => desk.at(worker).live.readiness()))
      .toEqual([
        { ready: true, reasons: [], mode: 'hearing' },
        { ready: true, reasons: [], mode: 'hearing' },
      ])
  },
)

test('[D5] a worker that was deaf says so, and then hears again', async () => {
  await using desk = await openWorkers()
  const ready = () => desk.at(1).live.readiness()
  await expect.poll(ready).toMatchObject({ ready: true })

  const cut = terminate('livedesk-listen').execute(desk.database.db)
  await expect.poll(ready, { interval: 1 }).toMatchObject({ ready: false, mode: 'deaf' })
  await cut

  await expect.poll(ready).toMatchObject({ ready: true, mode: 'hearing' })
})

redisSuite('over Redis', () => {
  test('[D5] a Redis that goes away and comes back costs no event', async () => {
    await using redis = await openRedis()
    await using desk = await openWorkers({ pubsub: { kind: 'redis', url: redis.url } })
    const tab = await desk.connect(boris, { worker: 1 })
    await desk.at(0).tx(async (tx) => assign(tx, boris, 'with Redis'))
    expect(await tab.next()).toMatchObject({ title: 'with Redis' })

    await redis.stop()
    await desk.at(0).tx(async (tx) => assign(tx, boris, 'without Redis'))
    expect(await tab.next()).toMatchObject({ title: 'without Redis' })
    await expect.poll(() => desk.at(1).live.readiness().ready).toBe(false)

    await redis.start()
    await expect.poll(() => desk.at(1).live.readiness()).toMatchObject({ ready: true, mode: 'hearing' })
    await desk.at(0).tx(async (tx) => assign(tx, boris, 'Redis again'))
    expect(await tab.next()).toMatchObject({ title: 'Redis again' })
  })

  test('[D6] two desks that share one Redis hear nothing of each other', async () => {
    await using redis = await openRedis()
    await using ours = await openWorkers({ count: 1, pubsub: { kind: 'redis', url: redis.url } })
    await using theirs = await openWorkers({ count: 1, pubsub: { kind: 'redis', url: redis.url } })
    const tab = await ours.connect(boris)
    const other = await theirs.connect(3)
    await expect.poll(() => other.online).toEqual([3])

    await theirs.at(0).tx(async (tx) => assign(tx, boris, 'not for this desk'))
    await theirs.at(0).tx(async (tx) => assign(tx, 3, 'audible'))
    expect(await other.next()).toMatchObject({ title: 'audible' })
    await ours.at(0).tx(async (tx) => assign(tx, boris, 'for this desk'))

    expect(await tab.next()).toMatchObject({ title: 'for this desk' })
    expect(tab.online).toEqual([boris])
  })
})
