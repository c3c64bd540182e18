import { ChatId, closeCodes, UserId } from '@livedesk/events'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { endSession } from '../../src/live/outbox.ts'
import type { Frame } from './frames.ts'
import { openHub, openSocket } from './hub-desk.ts'
import { announce, join, post } from './say.ts'

const boris = UserId.parse(2)
const clara = UserId.parse(3)
const chat = ChatId.parse(7)

const untilLast = async (next: () => Promise<Frame>) => {
  const heard: Frame[] = []
  while (!JSON.stringify(heard.at(-1) ?? '').includes('"last"')) heard.push(await next())
  return heard
}

const restore = sql`update live_head set cluster = 'elsewhere', started_at = started_at - interval '1 hour'`

test('[D5] a socket is not left deaf to its chats when the database fails again while the new history is read', async () => {
  await using desk = await openHub()
  await desk.tx(async (tx) => join(tx, chat, boris))
  desk.hub.accept(await desk.number())
  const { connection, closed, next } = openSocket()
  await desk.hub.admit(connection, undefined)
  expect(await next()).toMatchObject({ type: 'welcome' })

  desk.trouble.before = ({ name }) => {
    if (name === 'live_memberships') throw new Error('The database is down again.')
  }
  await restore.execute(desk.db)
  desk.hub.accept(await desk.number())

  expect(await closed).toBe(closeCodes.too_slow)
})

test('[D6] a session whose end is among what a lost history passed over is closed, not told to load anew', async () => {
  await using desk = await openHub()
  const mine = openSocket({ sessionId: 1 })
  const other = openSocket({ sessionId: 2 })
  for (const { connection } of [mine, other]) await desk.hub.admit(connection, undefined)

  desk.over.add(1)
  await desk.tx(async (tx) => endSession(tx, 1))
  await restore.execute(desk.db)
  await desk.number()
  desk.hub.catchUp()

  expect(await mine.closed).toBe(closeCodes.sign_in)
  expect(await other.next()).toMatchObject({ type: 'welcome' })
  expect(await other.next()).toMatchObject({ type: 'resync', reason: 'epoch' })
})

test('[W6] a socket that is told to load anew hears its chats from that very position on', async () => {
  await using desk = await openHub()
  await desk.tx(async (tx) => join(tx, chat, boris))
  desk.hub.accept(await desk.number())
  const { connection, next } = openSocket()
  await desk.hub.admit(connection, undefined)
  expect(await next()).toMatchObject({ type: 'welcome' })

  const slow = Promise.withResolvers<void>()
  desk.trouble.before = ({ name }) => (name === 'live_memberships' ? slow.promise : undefined)
  const { epoch } = desk.hub
  await restore.execute(desk.db)
  desk.hub.accept(await desk.number())
  await expect.poll(() => desk.hub.epoch).not.toBe(epoch)
  await desk.tx(async (tx) => {
    announce(tx, 'for all')
    post(tx, chat, 'for the chat')
  })
  desk.hub.accept(await desk.number())
  slow.resolve()
  await desk.tx(async (tx) => announce(tx, 'last'))
  desk.hub.accept(await desk.number())

  const resync = await next()
  expect(resync).toMatchObject({ type: 'resync', reason: 'epoch' })
  const heard = await untilLast(next)
  const all = await sql<{ seq: number }>`select seq from live_log where seq > ${resync['cursor']} order by seq`.execute(
    desk.db,
  )
  expect(heard.map(({ seq }) => seq)).toEqual(all.rows.map(({ seq }) => seq))
})

test('[W4] a history that is replaced while a socket is being let in does not speak before its welcome', async () => {
  await using desk = await openHub()
  const slow = Promise.withResolvers<void>()
  desk.trouble.before = ({ name }) => (name === 'live_memberships' ? slow.promise : undefined)
  const { connection, next } = openSocket()
  const admitted = desk.hub.admit(connection, { cursor: 0, epoch: desk.hub.epoch })

  const { epoch } = desk.hub
  await restore.execute(desk.db)
  desk.hub.accept(await desk.number())
  await expect.poll(() => desk.hub.epoch).not.toBe(epoch)
  slow.resolve()
  await admitted

  expect(await next()).toMatchObject({ type: 'welcome', resumed: false, epoch: desk.hub.epoch })
  expect(await next()).toMatchObject({ type: 'resync', reason: 'epoch' })
})

test('[W4] a socket that has not been welcomed yet is told no position', async () => {
  await using desk = await openHub()
  const slow = Promise.withResolvers<void>()
  desk.trouble.before = ({ name }) => (name === 'live_memberships' ? slow.promise : undefined)
  const { connection } = openSocket()
  const admitted = desk.hub.admit(connection, undefined)

  expect(desk.hub.cursorOf(connection)).toBeUndefined()
  slow.resolve()
  await admitted

  expect(desk.hub.cursorOf(connection)).toBe(desk.hub.position)
})

test('[W6] a replay that is under way when the history is replaced says nothing of the old one after the resync', async () => {
  await using desk = await openHub()
  const { position: cursor, epoch } = desk.hub
  await desk.tx(async (tx) => {
    for (let index = 0; index < 600; index += 1) announce(tx, `old ${index}`)
  })
  await desk.number()
  const fresh = await desk.start()
  const { connection, next } = openSocket()
  const page = { asked: Promise.withResolvers<void>(), answered: Promise.withResolvers<void>() }
  desk.trouble.before = ({ name, values }) => {
    if (name !== 'live_read_after' || values?.[0] !== cursor + 256) return undefined
    page.asked.resolve()
    return page.answered.promise
  }
  await fresh.admit(connection, { cursor, epoch })
  await page.asked.promise

  await restore.execute(desk.db)
  fresh.accept(await desk.number())
  await expect.poll(() => fresh.epoch).not.toBe(epoch)
  page.answered.resolve()
  await desk.tx(async (tx) => announce(tx, 'last'))
  fresh.accept(await desk.number())

  const heard = await untilLast(next)
  expect(heard.filter(({ type }) => type === 'user_created')).toHaveLength(257)
  expect(heard.slice(-2)).toMatchObject([{ type: 'resync', reason: 'epoch' }, { user: { name: 'last' } }])
})

test('[W6] a socket that waits to be served from the log when the history is replaced is told to load anew, and nothing of what it had heard', async () => {
  await using desk = await openHub()
  const { epoch } = desk.hub
  await desk.tx(async (tx) => {
    for (let index = 0; index < 300; index += 1) announce(tx, `old ${index}`)
  })
  const { head: cursor } = await desk.number()
  await desk.tx(async (tx) => announce(tx, 'missed'))
  await desk.number()
  const fresh = await desk.start()
  const [before, waiting] = [openSocket({ sessionId: 1 }), openSocket({ sessionId: 2 })]
  const page = { asked: Promise.withResolvers<void>(), answered: Promise.withResolvers<void>() }
  const memberships = Promise.withResolvers<void>()
  desk.trouble.before = ({ name }) => {
    if (name !== 'live_read_after') return undefined
    page.asked.resolve()
    return page.answered.promise
  }
  await fresh.admit(before.connection, { cursor, epoch })
  await page.asked.promise
  await fresh.admit(waiting.connection, { cursor, epoch })

  // Who they are in the new history is known only after the log has been read out to someone else.
  desk.trouble.before = ({ name, values }) =>
    name === 'live_memberships' && JSON.stringify(values) === `[[${boris}]]` ? memberships.promise : undefined
  await restore.execute(desk.db)
  fresh.accept(await desk.number())
  await expect.poll(() => fresh.epoch).not.toBe(epoch)
  const other = openSocket({ userId: clara, sessionId: 3 })
  await fresh.admit(other.connection, { cursor, epoch: fresh.epoch })
  page.answered.resolve()
  expect(await other.next()).toMatchObject({ type: 'welcome', resumed: true })
  expect(await other.next()).toMatchObject({ user: { name: 'missed' } })
  memberships.resolve()
  await desk.tx(async (tx) => announce(tx, 'last'))
  fresh.accept(await desk.number())

  const heard = await untilLast(waiting.next)
  expect(heard).toMatchObject([
    { type: 'welcome', resumed: true },
    { type: 'resync', reason: 'epoch' },
    { user: { name: 'last' } },
  ])
})

test('[D6] a session that ends in what is passed over while its socket is being let in is not let in', async () => {
  await using desk = await openHub()
  const memberships = Promise.withResolvers<void>()
  desk.trouble.before = ({ name }) => (name === 'live_memberships' ? memberships.promise : undefined)
  const { connection, closed } = openSocket({ sessionId: 1 })
  const { epoch, position: cursor } = desk.hub
  const admitted = desk.hub.admit(connection, { cursor, epoch })

  desk.over.add(1)
  await desk.tx(async (tx) => endSession(tx, 1))
  await restore.execute(desk.db)
  await desk.number()
  desk.hub.catchUp()
  await expect.poll(() => desk.hub.epoch).not.toBe(epoch)
  memberships.resolve()
  await admitted

  expect(await closed).toBe(closeCodes.sign_in)
})

test('[D6] who was where is not worked out from a log that a crash took back: the socket comes back', async () => {
  await using desk = await openHub()
  const { position: cursor, epoch } = desk.hub
  await desk.tx(async (tx) => post(tx, chat, 'before'))
  await desk.number()
  await desk.tx(async (tx) => join(tx, chat, boris))
  await desk.number()
  const fresh = await desk.start()
  // Their chats are known here, as of a number that is lost then.
  await fresh.admit(openSocket().connection, undefined)

  await sql`delete from live_log where seq = ${cursor + 2}`.execute(desk.db)
  await sql`update live_head set seq = ${cursor + 1_000_001}`.execute(desk.db)
  await sql`insert into live_gap values (${cursor + 1}, ${cursor + 1_000_001})`.execute(desk.db)
  const { connection, closed, next } = openSocket()
  await fresh.admit(connection, { cursor, epoch })

  expect(await next()).toMatchObject({ type: 'welcome', resumed: true })
  expect(await closed).toBe(closeCodes.too_slow)
})

test('[D3] what is pruned while it is being read out is not passed over in silence', async () => {
  await using desk = await openHub()
  const { position: cursor, epoch } = desk.hub
  await desk.tx(async (tx) => {
    for (let index = 0; index < 600; index += 1) announce(tx, `old ${index}`)
  })
  await desk.number()
  const fresh = await desk.start()
  const { connection, next } = openSocket()
  desk.trouble.before = async ({ name, values }) => {
    if (name !== 'live_read_after' || values?.[0] !== cursor + 256) return
    await sql`delete from live_log where seq <= ${cursor + 300}`.execute(desk.db)
    await sql`update live_head set pruned_seq = ${cursor + 300}`.execute(desk.db)
  }
  await fresh.admit(connection, { cursor, epoch })

  const heard: Frame[] = []
  while (heard.at(-1)?.type !== 'resync') heard.push(await next())
  expect(heard).toHaveLength(1 + 256 + 1)
  expect(heard.at(-1)).toMatchObject({ reason: 'pruned', cursor: fresh.position })
})

test('a batch that comes before the one it follows waits for it: both are delivered in order, and the log is not read', async () => {
  await using desk = await openHub()
  const { connection, next } = openSocket()
  await desk.hub.admit(connection, undefined)
  await next()
  const asked: (string | undefined)[] = []
  desk.trouble.before = ({ name }) => void asked.push(name)

  await desk.tx(async (tx) => announce(tx, 'first'))
  const first = await desk.number()
  await desk.tx(async (tx) => announce(tx, 'last'))
  desk.hub.accept(await desk.number())
  desk.hub.accept(first)

  expect(JSON.stringify(await untilLast(next))).toMatch(/first.*last/u)
  expect(desk.hub.position).toBe(first.head + 1)
  expect(asked).toEqual([])
})

test('when the batch before does not come, the log is read', async () => {
  await using desk = await openHub()
  const { connection, next } = openSocket()
  await desk.hub.admit(connection, undefined)
  await next()

  await desk.tx(async (tx) => announce(tx, 'first'))
  await desk.number()
  await desk.tx(async (tx) => announce(tx, 'last'))
  desk.hub.accept(await desk.number())

  expect(JSON.stringify(await untilLast(next))).toMatch(/first.*last/u)
})
