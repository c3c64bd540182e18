import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { keepLog } from '../../src/live/retention.ts'
import { announce, assign, join, leave, post } from './say.ts'
import { openWorkers } from './workers.ts'

const boris = 2

test('[D3] a client that returns with its cursor gets exactly what it missed, once, in order, then what happens', async () => {
  await using desk = await openWorkers()
  const tab = await desk.connect(boris)
  await desk.at(0).tx(async (tx) => assign(tx, boris, 'one'))
  await tab.next()
  tab.ws.terminate()

  await desk.at(0).tx(async (tx) => assign(tx, boris, 'two'))
  await desk.at(1).tx(async (tx) => assign(tx, boris, 'three'))
  const back = await desk.connect(boris, { worker: 1, query: `?cursor=${tab.lastSeq}` })
  expect(await back.welcomed).toMatchObject({ type: 'welcome', resumed: true, cursor: tab.lastSeq })
  await desk.at(0).tx(async (tx) => assign(tx, boris, 'four'))

  const titles = (await back.until((frame) => frame['title'] === 'four')).map((frame) => frame['title'])
  expect(titles).toEqual(['two', 'three', 'four'])
})

test('[D3] a client that never heard an event resumes from what its welcome said', async () => {
  await using desk = await openWorkers()
  const tab = await desk.connect(boris)
  const { cursor, epoch } = await tab.welcomed
  tab.ws.terminate()

  await desk.at(0).tx(async (tx) => assign(tx, boris, 'missed'))

  const back = await desk.connect(boris, { worker: 1, query: `?cursor=${String(cursor)}&epoch=${String(epoch)}` })
  expect(await back.next()).toMatchObject({ title: 'missed' })
})

test('[D3] a pong tells a quiet client how far it has been served', async () => {
  await using desk = await openWorkers()
  const tab = await desk.connect(boris)
  await desk.at(0).tx(async (tx) => assign(tx, 3, 'for another'))
  await desk.at(0).tx(async (tx) => announce(tx, 'audible'))
  const heard = await tab.next()

  tab.ws.send('{"type":"ping"}')

  expect(await tab.next()).toEqual({ type: 'pong', cursor: heard.seq })
})

test('[D3] a thousand missed events come by pages from the log of a worker that has nothing in memory', async () => {
  await using desk = await openWorkers({ count: 1 })
  const tab = await desk.connect(boris)
  const { cursor } = await tab.welcomed
  for (let batch = 0; batch < 10; batch += 1) {
    await desk.at(0).tx(async (tx) => {
      for (let index = 0; index < 100; index += 1) assign(tx, boris, `${batch * 100 + index}`)
    })
  }
  await tab.until((frame) => frame['title'] === '999')

  await using late = await desk.start()
  const back = await desk.connectTo(late, boris, `?cursor=${String(cursor)}`)
  await desk.at(0).tx(async (tx) => assign(tx, boris, 'last'))

  const titles = (await back.until((frame) => frame['title'] === 'last')).map((frame) => frame['title'])
  expect(titles).toEqual([...Array.from({ length: 1000 }, (_, index) => `${index}`), 'last'])
})

test('[D6] a replay from the log follows memberships as they were', async () => {
  await using desk = await openWorkers({ count: 1 })
  const tab = await desk.connect(boris)
  await desk.at(0).tx(async (tx) => join(tx, 7, boris))
  await tab.next()
  const joined = tab.lastSeq
  await desk.at(0).tx(async (tx) => post(tx, 7, 'heard'))
  await desk.at(0).tx(async (tx) => leave(tx, 7, boris))
  await desk.at(0).tx(async (tx) => post(tx, 7, 'not heard'))
  await desk.at(0).tx(async (tx) => join(tx, 7, boris))
  await desk.at(0).tx(async (tx) => post(tx, 7, 'heard again'))
  const live = await tab.until((frame) => JSON.stringify(frame).includes('heard again'))

  await using late = await desk.start()
  const back = await desk.connectTo(late, boris, `?cursor=${joined}`)
  expect(await back.until((frame) => JSON.stringify(frame).includes('heard again'))).toEqual(live)
  expect(JSON.stringify(live)).not.toContain('not heard')
})

test.for([
  ['a number from the future', '?cursor=999999999', 'future'],
  ['another epoch', '?cursor=0&epoch=ffffffffffffffffffffffffffffffff', 'epoch'],
] as const)('[D3] %s is told to load anew', async ([, query, reason]) => {
  await using desk = await openWorkers({ count: 1 })
  const tab = await desk.connect(boris, { query })

  expect(await tab.welcomed).toMatchObject({ resumed: false })
  expect(await tab.next()).toMatchObject({ type: 'resync', reason })
  await desk.at(0).tx(async (tx) => assign(tx, boris, 'next'))
  expect(await tab.next()).toMatchObject({ title: 'next' })
})

test('[D3] a cursor that the log no longer reaches back to is told to load anew', async () => {
  await using desk = await openWorkers({ count: 1 })
  await keepLog(desk.database.db, 7)
  const tab = await desk.connect(boris)
  const { cursor } = await tab.welcomed
  await desk.at(0).tx(async (tx) => assign(tx, boris, 'old'))
  await tab.next()
  await keepLog(desk.database.db, 7, new Date(Date.now() + 9 * 86_400_000))
  await using late = await desk.start()

  const back = await desk.connectTo(late, boris, `?cursor=${String(cursor)}`)

  expect(await back.welcomed).toMatchObject({ resumed: false })
  expect(await back.next()).toMatchObject({ type: 'resync', reason: 'pruned' })
  // Who had heard all that was pruned has missed nothing.
  const current = await desk.connectTo(late, boris, `?cursor=${tab.lastSeq}`)
  expect(await current.welcomed).toMatchObject({ resumed: true })
})

test('[D3] whoever is more events behind than it pays to read out is told to load anew; numbers that were skipped are no events', async () => {
  await using desk = await openWorkers({ count: 1 })
  const tab = await desk.connect(boris)
  const { cursor } = await tab.welcomed
  await sql`update live_head set started_at = started_at - interval '1 hour'`.execute(desk.database.db)
  await desk.at(0).tx(async (tx) => assign(tx, boris, 'one'))
  await tab.next()
  const resumed = await desk.connect(boris, { query: `?cursor=${String(cursor)}` })
  expect(await resumed.next()).toMatchObject({ title: 'one' })

  await sql`insert into live_inbox (audience, audience_id, event)
    select 'user', 3, event from live_log, generate_series(1, 50000) where audience_id = ${boris}`.execute(
    desk.database.db,
  )
  await desk.at(0).tx(async (tx) => assign(tx, boris, 'last'))
  await tab.until((frame) => frame['title'] === 'last')

  const back = await desk.connect(boris, { query: `?cursor=${String(cursor)}` })
  expect(await back.next()).toMatchObject({ type: 'resync', reason: 'pruned' })
})

test('[D5] a server that came back never gives a number twice: numbers are skipped, and cursors between are told to load anew', async () => {
  await using desk = await openWorkers({ count: 1 })
  const tab = await desk.connect(boris)
  await desk.at(0).tx(async (tx) => assign(tx, boris, 'before'))
  const { seq: before = 0 } = await tab.next()

  await sql`update live_head set started_at = started_at - interval '1 hour'`.execute(desk.database.db)
  await desk.at(0).tx(async (tx) => assign(tx, boris, 'after'))

  const { seq: after, title } = await tab.next()
  expect(title).toBe('after')
  expect(after).toBe(before + 1_000_001)
  const resumed = await desk.connect(boris, { query: `?cursor=${before}` })
  expect(await resumed.next()).toMatchObject({ title: 'after' })
  const lost = await desk.connect(boris, { query: `?cursor=${before + 5}` })
  expect(await lost.next()).toMatchObject({ type: 'resync', reason: 'lost_tail' })
})

test('[D5] a restored database is another history: every client is told to load anew', async () => {
  await using desk = await openWorkers({ count: 2 })
  const tab = await desk.connect(boris, { worker: 1 })
  const { cursor, epoch } = await tab.welcomed

  await sql`update live_head set cluster = 'elsewhere', started_at = started_at - interval '1 hour'`.execute(
    desk.database.db,
  )

  const resync = await tab.next()
  expect(resync).toMatchObject({ type: 'resync', reason: 'epoch' })
  expect(resync['epoch']).not.toBe(epoch)
  const back = await desk.connect(boris, { query: `?cursor=${String(cursor)}&epoch=${String(epoch)}` })
  expect(await back.welcomed).toMatchObject({ resumed: false })
})
