import { RequesterId, TicketId } from '@livedesk/events'
import { compareBy, matches, searchText, TicketFilter, TicketSort, ViewId, viewFor } from '@livedesk/queue'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { isIn } from '../../src/tickets/filter.ts'
import { ListQuery, listTickets } from '../../src/tickets/page.ts'
import { selectTickets } from '../../src/tickets/queries.ts'
import { openDatabase } from '../database.ts'
import { priority, status, tag, words } from './arbitrary.ts'
import { seedPeople, seedTeams, seedTickets } from './seed.ts'

const openList = async () => {
  const database = await openDatabase()
  const [boris, clara] = (await seedPeople(database.db, 2)).map(({ id }) => id)
  const [hardware, billing] = (await seedTeams(database.db, 'Hardware', 'Billing')).map(({ id }) => id)
  if (!boris || !clara || !hardware || !billing) throw new Error('Nobody came.')
  return { ...database, boris, clara, hardware, billing }
}

type List = Awaited<ReturnType<typeof openList>>

const seedsFor = ({ boris, clara, hardware, billing }: List) =>
  fc.record({
    title: words(30),
    requester: words(12),
    status,
    priority,
    assigned_to: fc.constantFrom(boris, clara, null),
    team_id: fc.constantFrom(hardware, billing, null),
    tags: fc.uniqueArray(tag, { maxLength: 3 }),
    snoozed_until: fc.constantFrom(null, '2999-12-01T09:00:00.000Z'),
    // Few moments, so that many tickets share one.
    created: fc.integer({ min: 0, max: 20 }),
    updated: fc.integer({ min: 0, max: 20 }),
  })

const filtersFor = ({ boris, clara, hardware, billing }: List) =>
  fc
    .record(
      {
        status: fc.uniqueArray(status, { minLength: 1, maxLength: 3 }),
        priority: fc.uniqueArray(priority, { minLength: 1, maxLength: 2 }),
        assigned_to: fc.uniqueArray(fc.constantFrom(boris, clara, 'none' as const), { minLength: 1, maxLength: 2 }),
        team_id: fc.uniqueArray(fc.constantFrom(hardware, billing, 'none' as const), { minLength: 1, maxLength: 2 }),
        requester_id: fc.uniqueArray(
          fc.integer({ min: 1, max: 90 }).map((id) => RequesterId.parse(id)),
          { minLength: 1, maxLength: 40 },
        ),
        created_at: span,
        updated_at: span,
        tags: fc.uniqueArray(tag, { minLength: 1, maxLength: 2 }),
        snoozed: fc.boolean(),
        q: fc.oneof(
          words(3),
          fc.integer({ min: 1, max: 80 }).map(String),
          fc.constantFrom('#3', 'customer1', 'example.COM'),
        ),
      },
      { requiredKeys: [] },
    )
    .map((filter) => TicketFilter.parse(filter))

const moment = fc.integer({ min: 0, max: 21 }).map((ms) => new Date(Date.UTC(2026, 0, 1) + ms).toISOString())
const span = fc.oneof(
  fc.record({ from: moment }),
  fc.record({ before: moment }),
  fc.record({ from: moment, before: moment }),
)

const seeded = async (list: List, count: number, seed: number) => {
  await seedTickets(list.db, fc.sample(seedsFor(list), { numRuns: count, seed }))
  return selectTickets(list.db).orderBy('tickets.id').execute()
}

const nobody = { id: RequesterId.parse(1), name: '', email: '' }
const foldedByQueue = (title: string) => searchText({ title, requester: nobody }).slice(0, -2)

test('the database keeps the same search text as the queue, in any alphabet', async () => {
  await using list = await openList()
  const tickets = await seeded(list, 400, 1)

  const kept = await list.db.selectFrom('tickets').select(['id', 'search_text']).orderBy('id').execute()

  expect(kept).toEqual(tickets.map((ticket) => ({ id: ticket.id, search_text: searchText(ticket) })))
})

test('every character that PostgreSQL knows folds as it does in the queue', async () => {
  await using list = await openList()
  const { rows } = await sql<{ character: string; folded: string }>`
    select chr(n) as character, fold_case(chr(n)) as folded from generate_series(1, 1114111) n
    where n not between 55296 and 57343 and unicode_assigned(chr(n))`.execute(list.db)

  expect(rows.length).toBeGreaterThan(150_000)
  expect(rows.filter(({ character, folded }) => foldedByQueue(character) !== folded)).toEqual([])
})

test('the database keeps the search text when a ticket or its requester is renamed', async () => {
  await using list = await openList()
  await seeded(list, 3, 2)
  await list.db.updateTable('requesters').set({ name: 'ЁЛКА İstanbul' }).execute()
  await list.db.updateTable('tickets').set({ title: 'ΟΔΟΣ' }).where('id', '=', TicketId.parse(1)).execute()

  const kept = await list.db.selectFrom('tickets').select(['id', 'search_text']).orderBy('id').execute()

  const tickets = await selectTickets(list.db).orderBy('tickets.id').execute()
  expect(kept).toEqual(tickets.map((ticket) => ({ id: ticket.id, search_text: searchText(ticket) })))
})

test('the database filters as the queue does', async () => {
  await using list = await openList()
  const tickets = await seeded(list, 80, 3)

  await fc.assert(
    fc.asyncProperty(filtersFor(list), async (filter) => {
      const found = await list.db.selectFrom('tickets').select('id').where(isIn(filter)).orderBy('id').execute()
      expect(found.map(({ id }) => id)).toEqual(tickets.filter((ticket) => matches(filter, ticket)).map(({ id }) => id))
    }),
    { numRuns: 300 },
  )
})

test('pages follow each other through any order, with nothing left out and nothing twice', async () => {
  await using list = await openList()
  const tickets = await seeded(list, 80, 4)
  const views = fc.option(fc.constantFrom(...ViewId.options), { nil: undefined })

  await fc.assert(
    fc.asyncProperty(
      filtersFor(list),
      views,
      fc.constantFrom(...TicketSort.options),
      fc.integer({ min: 1, max: 30 }),
      async (filter, view, sort, limit) => {
        const shown = tickets.filter(
          (ticket) => matches(filter, ticket) && (!view || matches(viewFor(view, list.boris).filter, ticket)),
        )
        const { q, tags, team_id, requester_id, created_at, updated_at, assigned_to, snoozed } = filter
        const query = {
          ...ListQuery.parse({ sort, limit: String(limit), status: filter.status, priority: filter.priority, q }),
          view,
          assigned_to,
          team: team_id,
          requester: requester_id,
          created: created_at,
          updated: updated_at,
          tag: tags,
          snoozed,
        }

        const seen = []
        let cursor: string | undefined
        do {
          const page = await list.db.transaction().execute((tx) => listTickets(tx, list.boris, { ...query, cursor }))
          expect(page.total).toBe(shown.length)
          seen.push(...page.items)
          cursor = page.next_cursor ?? undefined
        } while (cursor !== undefined)

        expect(seen).toEqual(shown.toSorted(compareBy(sort)))
      },
    ),
    { numRuns: 100 },
  )
})
