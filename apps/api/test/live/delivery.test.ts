import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { endSession, endUser, type Tx } from '../../src/live/outbox.ts'
import { UserId } from '@livedesk/events'
import { savepoint } from '../../src/live/transact.ts'
import { announce, assign, join, leave, post } from './say.ts'
import { openWorkers } from './workers.ts'

const boris = 2
const clara = 3

test('[D1] what is rolled back was never said, what is committed is', async () => {
  await using desk = await openWorkers()
  const tab = await desk.connect(boris, { worker: 1 })

  const failed = desk.at(0).tx(async (tx) => {
    assign(tx, boris, 'never')
    throw new Error('changed my mind')
  })
  await expect(failed).rejects.toThrow('changed my mind')
  await desk.at(0).tx(async (tx) => assign(tx, boris, 'said'))

  expect(await tab.next()).toMatchObject({ type: 'ticket_assigned', title: 'said' })
})

test('[D1] what a savepoint took back was never said, what was said around it is', async () => {
  await using desk = await openWorkers({ count: 1 })
  const tab = await desk.connect(boris)

  await desk.at(0).tx(async (tx) => {
    assign(tx, boris, 'before')
    const part = savepoint(tx, async () => {
      assign(tx, boris, 'never')
      throw new Error('this part failed')
    })
    await expect(part).rejects.toThrow('this part failed')
    assign(tx, boris, 'after')
  })

  expect(await tab.next()).toMatchObject({ title: 'before' })
  expect(await tab.next()).toMatchObject({ title: 'after' })
})

test('[D1] a savepoint inside another takes back its own part, and the outer one everything', async () => {
  await using desk = await openWorkers({ count: 1 })
  const { db } = desk.database
  await sql`create table written (what text)`.execute(db)
  const tab = await desk.connect(boris)
  const write = async (tx: Tx, what: string) => {
    await sql`insert into written values (${what})`.execute(tx)
    assign(tx, boris, what)
  }
  const fail = async () => {
    throw new Error('this part failed')
  }

  await desk.at(0).tx(async (tx) => {
    await write(tx, 'first')
    const outer = savepoint(tx, async () => {
      await write(tx, 'never')
      const inner = savepoint(tx, async () => {
        await write(tx, 'nor this')
        await fail()
      })
      await expect(inner).rejects.toThrow()
      await fail()
    })
    await expect(outer).rejects.toThrow()
    await write(tx, 'last')
  })

  expect(await tab.next()).toMatchObject({ title: 'first' })
  expect(await tab.next()).toMatchObject({ title: 'last' })
  const { rows } = await sql<{ what: string }>`select what from written`.execute(db)
  expect(rows.map(({ what }) => what)).toEqual(['first', 'last'])
})

test('[D2] an event reaches every tab of its person on every worker, and nobody else', async () => {
  await using desk = await openWorkers()
  const tabs = [await desk.connect(boris), await desk.connect(boris), await desk.connect(boris, { worker: 1 })]
  const other = await desk.connect(clara, { worker: 1 })

  await desk.at(0).tx(async (tx) => {
    assign(tx, boris, 'Printer on fire')
    announce(tx, 'audible')
  })

  for (const tab of tabs) {
    expect(await tab.next()).toMatchObject({ type: 'ticket_assigned', title: 'Printer on fire' })
    expect(await tab.next()).toMatchObject({ type: 'user_created' })
  }
  expect(await other.next()).toMatchObject({ type: 'user_created' })
})

test('[D2] two hundred concurrent writers on two workers: everyone hears everything, in one order', async () => {
  await using desk = await openWorkers()
  const tabs = await Promise.all([0, 1, 0, 1].map((worker) => desk.connect(boris, { worker })))

  await Promise.all(
    Array.from({ length: 200 }, (_, index) => desk.at(index % 2).tx(async (tx) => announce(tx, `n${index}`))),
  )

  const heard = await Promise.all(
    tabs.map(async (tab) => {
      const frames = []
      for (let count = 0; count < 200; count += 1) frames.push(await tab.next())
      return frames
    }),
  )
  const [first] = heard
  expect(new Set(first?.map((frame) => JSON.stringify(frame['user']))).size).toBe(200)
  expect(first?.map(({ seq }) => seq)).toEqual(
    Array.from({ length: 200 }, (_, index) => (first?.[0]?.seq ?? 0) + index),
  )
  for (const frames of heard) expect(frames).toEqual(first)
})

test('[D4] an event of 100 kB arrives whole', async () => {
  await using desk = await openWorkers()
  const tab = await desk.connect(boris, { worker: 1 })
  const title = 'ж'.repeat(50_000)

  await desk.at(0).tx(async (tx) => assign(tx, boris, title))

  expect(await tab.next()).toMatchObject({ title })
})

test('[D6] a chat is heard from one’s joining to one’s removal, live and by replay', async () => {
  await using desk = await openWorkers()
  const tab = await desk.connect(boris, { worker: 1 })
  const { cursor } = await tab.welcomed

  await desk.at(0).tx(async (tx) => post(tx, 7, 'before'))
  await desk.at(0).tx(async (tx) => join(tx, 7, boris))
  await desk.at(1).tx(async (tx) => post(tx, 7, 'during'))
  await desk.at(0).tx(async (tx) => leave(tx, 7, boris))
  await desk.at(1).tx(async (tx) => post(tx, 7, 'after'))
  await desk.at(0).tx(async (tx) => announce(tx, 'audible'))

  const live = await tab.until(({ type }) => type === 'user_created')
  expect(live.map(({ type }) => type)).toEqual([
    'chat_member_added',
    'message_posted',
    'chat_member_removed',
    'user_created',
  ])

  const returned = await desk.connect(boris, { query: `?cursor=${String(cursor)}` })
  expect(await returned.until(({ type }) => type === 'user_created')).toEqual(live)

  // A worker that starts now has nothing in memory: it replays from the log.
  await using late = await desk.start()
  const fresh = await desk.connectTo(late, boris, `?cursor=${String(cursor)}`)
  expect(await fresh.until(({ type }) => type === 'user_created')).toEqual(live)
})

test('[D6] the end of a session closes its sockets on every worker, and no other', async () => {
  await using desk = await openWorkers()
  const mine = [await desk.connect(boris), await desk.connect(boris, { worker: 1 })]
  const other = await desk.connect(clara, { worker: 1 })

  await desk.at(0).tx(async (tx) => endSession(tx, boris))
  expect(await Promise.all(mine.map((tab) => tab.closed))).toEqual([4401, 4401])

  await desk.at(0).tx(async (tx) => announce(tx, 'audible'))
  expect(await other.next()).toMatchObject({ type: 'user_created' })
  await desk.at(1).tx(async (tx) => endUser(tx, UserId.parse(clara)))
  expect(await other.closed).toBe(4401)
})

test('[D2] what a worker committed and did not live to number is numbered by another', async () => {
  await using desk = await openWorkers()
  const tab = await desk.connect(boris, { worker: 1 })

  await sql`insert into live_inbox (audience, audience_id, event) values ('user', ${boris}, '{"type":"ticket_assigned","title":"orphan"}')`.execute(
    desk.database.db,
  )

  expect(await tab.next()).toMatchObject({ title: 'orphan' })
})

test('[D2] an event whose JSON is laid out with tabs and new lines is heard whole on every worker', async () => {
  await using desk = await openWorkers()
  const tabs = [await desk.connect(boris), await desk.connect(boris, { worker: 1 })]

  for (const space of ['\t', '\n', '\r\n']) {
    const event = `{"type":"ticket_assigned",${space}"title":"after ${JSON.stringify(space).slice(1, -1)}"}`
    await sql`insert into live_inbox (audience, audience_id, event) values ('user', ${boris}, ${event})`.execute(
      desk.database.db,
    )
    for (const tab of tabs) expect(await tab.next()).toMatchObject({ title: `after ${space}` })
  }
})
