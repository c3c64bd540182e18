import { UserId } from '@livedesk/events'
import { TicketSort, ViewId, viewFor } from '@livedesk/queue'
import { type CompiledQuery, Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { pino } from 'pino'
import { pipelined } from '../../src/db/driver.ts'
import { openPool } from '../../src/db/pool.ts'
import type { Database } from '../../src/db/schema.ts'
import type { Tx } from '../../src/live/outbox.ts'
import { ListQuery, listTickets } from '../../src/tickets/page.ts'
import { search, SearchQuery } from '../../src/tickets/search.ts'
import { openDatabase } from '../database.ts'

/** A desk some years old: most of its tickets are done, and nobody's work is a tenth of it. */
const openOldDesk = async () => {
  const database = await openDatabase()
  await sql`insert into users (name, email, password_hash) select 'Person ' || n, 'person' || n || '@livedesk.test', '-' from generate_series(1, 20) n`.execute(
    database.db,
  )
  await sql`insert into teams (name) select 'Team ' || n from generate_series(1, 8) n`.execute(database.db)
  await sql`insert into requesters (name, email) select 'Customer ' || n, 'customer' || n || '@example.com' from generate_series(1, 5000) n`.execute(
    database.db,
  )
  await sql`
    insert into tickets (title, status, priority, assigned_to, team_id, snoozed_until, requester_id, created_at, updated_at)
    select 'About ' || md5(n::text),
      (case when n % 20 = 0 then 'new' when n % 20 = 1 then 'in_progress' when n % 40 = 2 then 'waiting' when n % 5 = 3 then 'resolved' else 'closed' end)::ticket_status,
      (array['low', 'normal', 'normal', 'high', 'urgent'])[1 + n % 5]::ticket_priority,
      case when n % 3 > 0 then 1 + n % 17 end, case when n % 7 > 0 then 1 + n % 8 end, case when n % 200 = 0 then now() + interval '1 day' end, 1 + n % 5000, now() - n * interval '1 minute', now() - (n * 7919 % 12000) * interval '1 minute'
    from generate_series(1, 12000) n`.execute(database.db)
  await sql`insert into chats (kind, ticket_id) select 'ticket', id from tickets`.execute(database.db)
  await sql`select fold_counts()`.execute(database.db)
  await sql`vacuum analyze`.execute(database.db)
  return database
}

const Node = z.looseObject({
  'Node Type': z.string(),
  'Relation Name': z.string().optional(),
  'Plan Rows': z.number(),
  'Index Name': z.string().optional(),
})
const Plan: z.ZodType<Plan> = Node.extend({ Plans: z.lazy(() => z.array(Plan)).optional() })
type Plan = z.output<typeof Node> & { Plans?: Plan[] | undefined }
const Explained = z.tuple([z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan })]) })])

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]

/** The plans that Postgres chooses for what is asked, statement by statement. */
const chosen = async (url: string, ask: (tx: Tx) => Promise<unknown>) => {
  const pool = openPool({ url, name: 'plans', max: 1, log: pino({ level: 'silent' }) })
  const queries: CompiledQuery[] = []
  const db = new Kysely<Database>({ dialect: pipelined(pool), log: ({ query }) => void queries.push(query) })
  try {
    await db.transaction().execute(ask)
    const plans = []
    for (const { sql: text, parameters } of queries.filter((query) => /^\s*(?:select|with)/u.test(query.sql))) {
      const { rows } = await pool.query(`explain (format json) ${text}`, [...parameters])
      plans.push(nodesOf(Explained.parse(rows)[0]['QUERY PLAN'][0].Plan))
    }
    return plans
  } finally {
    await db.destroy()
  }
}

const readsAll = (nodes: readonly Plan[], table: string) =>
  nodes.some((node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] === table)

const indexesOf = (nodes: readonly Plan[], table: string) =>
  nodes.flatMap((node) => node['Index Name'] ?? []).filter((name) => name.startsWith(`${table}_`))

/** How the page and the count of a list are found: the scans of tickets, and how much is sorted at most. */
const plansOf = async (url: string, asked: Record<string, string>) => {
  const plans = await chosen(url, (tx) => listTickets(tx, UserId.parse(3), ListQuery.parse(asked)))
  const page = plans.pop() ?? []
  return {
    page: {
      sorts: Math.max(0, ...page.map((node) => (node['Node Type'].includes('Sort') ? node['Plan Rows'] : 0))),
      readsAll: readsAll(page, 'tickets'),
      indexes: indexesOf(page, 'tickets'),
    },
    count: {
      readsAll: plans.some((nodes) => readsAll(nodes, 'tickets')),
      indexes: [...new Set(plans.flatMap((nodes) => indexesOf(nodes, 'tickets')))],
    },
  }
}

/** As many as are read whole and sorted. */
const few = expect.toSatisfy((rows: number) => rows <= 2_000)

test('no list of an old desk is found by reading or sorting all of it', async () => {
  await using desk = await openOldDesk()

  for (const view of ViewId.options) {
    const { page, count } = await plansOf(desk.url, { view })
    expect(page, view).toMatchObject({ sorts: few, readsAll: false })
    // Counting them looks at no ticket but those that are put aside.
    const { snoozed } = viewFor(view, UserId.parse(3)).filter
    expect(count, view).toEqual({ readsAll: false, indexes: snoozed === undefined ? [] : ['tickets_snoozed'] })
  }
  for (const sort of TicketSort.options) {
    for (const narrowed of [
      {},
      { view: 'open' },
      { status: 'closed', priority: 'low', assigned_to: '7' },
      { status: 'resolved,closed', priority: 'high,urgent' },
      { assigned_to: 'none', priority: 'urgent' },
    ]) {
      const { page, count } = await plansOf(desk.url, { sort, ...narrowed })
      expect(page, sort).toMatchObject({ sorts: few, readsAll: false })
      const looksAside = 'view' in narrowed ? ['tickets_snoozed'] : []
      expect(count, sort).toEqual({ readsAll: false, indexes: looksAside })
    }
  }
  for (const [narrowed, index] of [
    [{ team: '3' }, 'tickets_team'],
    [{ team: 'none' }, 'tickets_team'],
    [{ requester: '77' }, 'tickets_requester'],
    [{ created: 'last-1d' }, 'tickets_created'],
    [{ updated: 'last-1d' }, 'tickets_updated'],
  ] as const) {
    const { page, count } = await plansOf(desk.url, narrowed)
    expect(page, index).toMatchObject({ sorts: few, readsAll: false, indexes: expect.arrayContaining([index]) })
    expect(count, index).toMatchObject({ readsAll: false, indexes: expect.arrayContaining([index]) })
  }
  expect(await plansOf(desk.url, { q: 'deadbeef' })).toMatchObject({
    page: { readsAll: false, indexes: expect.arrayContaining(['tickets_search']) },
    count: { readsAll: false, indexes: expect.arrayContaining(['tickets_search']) },
  })
  expect(await plansOf(desk.url, { q: 'возврат' })).toMatchObject({
    page: { readsAll: false, indexes: expect.arrayContaining(['tickets_search']) },
  })
  expect(await plansOf(desk.url, { q: '#777' })).toMatchObject({
    page: { readsAll: false, indexes: expect.arrayContaining(['tickets_pkey', 'tickets_search']) },
  })
  expect(await plansOf(desk.url, { tag: 'printer' })).toMatchObject({
    page: { readsAll: false, indexes: expect.arrayContaining(['tickets_tags']) },
    count: { readsAll: false, indexes: [] },
  })
}, 60_000)

test('a search of an old desk is answered by the indexes of words and of parts, in what is not bounded by ids', async () => {
  await using desk = await openOldDesk()
  await sql`update tickets set title = 'Возврат INC-99123' where id in (7, 70, 700)`.execute(desk.db)
  await sql`vacuum analyze tickets, ticket_documents`.execute(desk.db)

  for (const [q, index] of [
    ['возвраты', 'ticket_documents_words'],
    ['INC-99123', 'ticket_documents_parts'],
    ['-99123', 'ticket_documents_parts'],
  ] as const) {
    const plans = await chosen(desk.url, (tx) => search(tx, UserId.parse(3), SearchQuery.parse({ q })))
    for (const nodes of plans)
      for (const table of ['tickets', 'ticket_documents']) expect(readsAll(nodes, table), q).toBe(false)
    expect(
      plans.flatMap((nodes) => indexesOf(nodes, 'ticket_documents')),
      q,
    ).toContain(index)
  }
}, 60_000)
