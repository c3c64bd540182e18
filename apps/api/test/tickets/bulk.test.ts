import { Ticket, type TicketId } from '@livedesk/events'
import { BulkChanged, TicketPage } from '@livedesk/resources'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Tx } from '../../src/live/outbox.ts'
import { openDesk, recorder } from '../desk.ts'

const openBulk = async () => {
  const desk = await openDesk({ events: recorder() })
  const [anna, boris] = [await desk.admin('Anna'), await desk.agent('Boris')]
  const bulk = (query: string, body: object) => anna.do(`/tickets/bulk?${query}`, body, BulkChanged)
  /** Page after page, to the end. */
  const wholly = async (query: string, body: object, limit = 3) => {
    const pages = [await bulk(`${query}&limit=${limit}`, body)]
    for (let next = pages[0]?.next_cursor; next; next = pages.at(-1)?.next_cursor)
      pages.push(await bulk(`${query}&limit=${limit}&cursor=${next}`, body))
    return pages
  }
  const ticket = (id: TicketId) => anna.read(`/tickets/${id}`, Ticket)
  const total = async (query: string) => (await anna.read(`/tickets?${query}`, TicketPage)).total
  return { desk, anna, boris, bulk, wholly, ticket, total, [Symbol.asyncDispose]: () => desk[Symbol.asyncDispose]() }
}

test('a whole view is changed page by page, each ticket once, though every change takes it out of the view', async () => {
  await using at = await openBulk()
  for (let n = 0; n < 8; n += 1) await at.desk.ticket({ title: `Lamp ${n}`, tags: n % 2 === 0 ? ['lamp'] : [] })
  const pages = await at.wholly('view=open', { changes: { status: 'resolved', add_tags: ['lamp'] } })

  expect(pages.map(({ changed }) => changed.length)).toEqual([3, 3, 2])
  expect(new Set(pages.flatMap(({ changed }) => changed.map(({ id }) => id))).size).toBe(8)
  expect(pages.flatMap(({ changed }) => changed.map(({ before }) => before.status))).toEqual(Array(8).fill('new'))
  expect([await at.total('view=open'), await at.total('status=resolved&tag=lamp')]).toEqual([0, 8])
  expect(at.desk.events?.sentToAgents().filter(({ type }) => type === 'ticket_status_changed')).toHaveLength(8)
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from ticket_activity where what in ('status', 'tags')`.execute(at.desk.db)
  expect(rows).toEqual([{ n: 8 + 4 }])
})

test('what came after the first page is left alone', async () => {
  await using at = await openBulk()
  for (let n = 0; n < 3; n += 1) await at.desk.ticket()
  const first = await at.bulk('view=all&limit=2', { changes: { priority: 'high' } })
  const late = await at.desk.ticket()
  const second = await at.bulk(`view=all&limit=2&cursor=${first.next_cursor}`, { changes: { priority: 'high' } })
  expect([second.changed.length, second.next_cursor]).toEqual([1, null])
  expect((await at.ticket(late.id)).priority).toBe('normal')
})

test('one that cannot be changed so is told of with its reason, and holds up no other', async () => {
  await using at = await openBulk()
  const [kept, twin, other] = [await at.desk.ticket(), await at.desk.ticket(), await at.desk.ticket()]
  await at.anna.do(`/tickets/${twin.id}/merge`, { into: kept.id }, z.unknown())
  await at.anna.patch(`/tickets/${other.id}`, { version: 1, status: 'waiting' })
  const ids = [kept.id, twin.id, other.id]
  const { changed, unchanged, refused } = await at.bulk('', { ids, changes: { status: 'waiting' } })
  expect(changed.map(({ id }) => id)).toEqual([kept.id])
  expect(unchanged).toBe(1)
  expect(refused).toMatchObject([{ id: twin.id, code: 'conflict' }])
})

test('the query guards what is chosen: undoing leaves alone what someone else has changed meanwhile', async () => {
  await using at = await openBulk()
  const made = [await at.desk.ticket(), await at.desk.ticket(), await at.desk.ticket()]
  const ids = made.map(({ id }) => id)
  await at.bulk('', { ids, changes: { assigned_to: at.boris.id } })
  await at.boris.do(`/tickets/${ids[1]}/assign`, { user_id: null }, Ticket)
  const undone = await at.bulk(`assigned_to=${at.boris.id}`, { ids, changes: { assigned_to: null } })
  expect(undone.changed.map(({ id }) => id)).toEqual([ids[0], ids[2]])
  expect(await at.total('assigned_to=none')).toBe(3)
})

test('a retry with its key does nothing again, and is answered as the first time', async () => {
  await using at = await openBulk()
  const { id } = await at.desk.ticket()
  const ask = (query = '') =>
    at.anna.post(
      `/tickets/bulk${query}`,
      { ids: [id], changes: { status: 'waiting' } },
      { headers: { 'Idempotency-Key': 'one' } },
    )
  const [first, second] = [await ask(), await ask()]
  expect(second.body).toEqual(first.body)
  expect(BulkChanged.parse(first.body).changed).toHaveLength(1)
  expect((await at.ticket(id)).version).toBe(2)
  expect(await ask('?limit=1')).toMatchObject({ status: 422 })
})

test('many are followed or put aside by whoever does it, and those who are given a ticket follow it as well', async () => {
  await using at = await openBulk()
  const [first, done] = [await at.desk.ticket(), await at.desk.ticket()]
  await at.anna.do(`/tickets/${done.id}/status`, { status: 'resolved' }, Ticket)
  const ids = [first.id, done.id]
  const until = new Date(Date.now() + 3_600_000).toISOString()
  await at.bulk('', { ids, changes: { watched: true, assigned_to: at.boris.id } })
  expect((await at.ticket(first.id)).watcher_ids).toEqual([at.anna.id, at.boris.id])
  const aside = await at.bulk('', { ids, changes: { watched: false, snoozed_until: until } })
  expect(aside).toMatchObject({
    changed: [{ id: first.id, before: { snoozed_until: null, watcher_ids: [at.anna.id, at.boris.id] } }],
    refused: [{ id: done.id, code: 'conflict' }],
  })
  expect(await at.ticket(first.id)).toMatchObject({ snoozed_until: until, watcher_ids: [at.boris.id] })
  await at.bulk('snoozed=true', { ids, changes: { snoozed_until: null } })
  expect(await at.ticket(first.id)).toMatchObject({ snoozed_until: null })
})

test('an id that no ticket has is told of once', async () => {
  await using at = await openBulk()
  const made = [await at.desk.ticket(), await at.desk.ticket()]
  const body = { ids: [...made.map(({ id }) => id), 9999, 9999], changes: { priority: 'high' } }
  const pages = await at.wholly('', body, 1)
  expect(pages.flatMap(({ changed }) => changed.map(({ id }) => id))).toEqual(made.map(({ id }) => id))
  expect(pages.flatMap(({ refused }) => refused)).toMatchObject([{ id: 9999, code: 'not_found' }])
})

test('what no ticket could become is refused before any is changed', async () => {
  await using at = await openBulk()
  const { id } = await at.desk.ticket()
  for (const changes of [
    {},
    { assigned_to: 9999 },
    { team_id: 9999 },
    { status: 'lost' },
    { title: 'All alike' },
    { snoozed_until: '2020-01-01T00:00:00.000Z' },
  ])
    expect(await at.anna.post('/tickets/bulk', { ids: [id], changes }), JSON.stringify(changes)).toMatchObject({
      status: 400,
    })
  for (const query of ['cursor=x', 'cursor=1', 'sort=created_at', 'limit=201', 'status=lost'])
    expect(await at.anna.post(`/tickets/bulk?${query}`, { changes: { status: 'closed' } }), query).toMatchObject({
      status: 400,
    })
  expect(await at.ticket(id)).toMatchObject({ version: 1 })
})

test('whoever says neither ids nor a query changes nothing; all tickets are meant by saying so', async () => {
  await using at = await openBulk()
  await at.desk.ticket()
  for (const query of ['', '?zone=Europe/Berlin', '?limit=5', '?cursor=0-9'])
    expect(await at.anna.post(`/tickets/bulk${query}`, { changes: { status: 'closed' } }), query).toMatchObject({
      status: 400,
    })
  expect(await at.total('status=closed')).toBe(0)
  expect((await at.bulk('view=all', { changes: { status: 'closed' } })).changed).toHaveLength(1)
})

test('two at once over the same tickets: each ticket ends as one of them said, and every change is known', async () => {
  await using at = await openBulk()
  for (let n = 0; n < 12; n += 1) await at.desk.ticket()
  const [high, low] = await Promise.all([
    at.wholly('priority=normal', { changes: { priority: 'high' } }, 4),
    at.wholly('priority=normal', { changes: { priority: 'low' } }, 4),
  ])
  const count = (pages: readonly BulkChanged[]) => pages.reduce((sum, { changed }) => sum + changed.length, 0)
  expect([await at.total('priority=high'), await at.total('priority=low')]).toEqual([count(high), count(low)])
  expect(count(high) + count(low)).toBe(12)
})

test('of all that is held, tickets are first and people come in one order, so that no two wait for each other', async () => {
  await using at = await openBulk()
  const clara = await at.desk.agent('Clara')
  const [first, second] = [await at.desk.ticket(), await at.desk.ticket()]
  for (const [ticket, watcher] of [[first, clara] as const, [second, at.boris] as const])
    await at.anna.do(`/tickets/${ticket.id}/watchers`, { user_id: watcher.id }, Ticket)
  const hold = (tx: Tx, table: 'users' | 'tickets', id: number) =>
    sql`select from ${sql.table(table)} where id = ${id} for no key update nowait`.execute(tx)
  const waits = async () =>
    (
      await sql`select from pg_locks where not granted and pid in (select pid from pg_stat_activity
      where datname = current_database())`.execute(at.desk.db)
    ).rows.length
  /** Holds something until a bulk change waits for it, and then what that must not have. */
  const holding = async (has: ['users' | 'tickets', number], wants: ['users' | 'tickets', number], changes: object) => {
    let asked: Promise<BulkChanged> | undefined
    await at.desk.db.transaction().execute(async (tx) => {
      await hold(tx, ...has)
      asked = at.bulk('', { ids: [first.id, second.id], changes })
      await expect.poll(waits).toBe(1)
      await hold(tx, ...wants)
    })
    return asked
  }

  // The first ticket tells Clara, the second Boris: Boris comes first all the same.
  const resolved = await holding(['users', at.boris.id], ['users', clara.id], { status: 'resolved' })
  expect(resolved?.changed).toHaveLength(2)
  const given = await holding(['tickets', first.id], ['users', clara.id], { assigned_to: clara.id })
  expect(given?.changed).toHaveLength(2)
})
