import { UserId } from '@livedesk/events'
import { TicketFilter, ViewId, viewFor } from '@livedesk/queue'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { foldCounts } from '../../src/housekeeping.ts'
import { countTickets, countViews, listTags } from '../../src/tickets/count.ts'
import { isIn } from '../../src/tickets/filter.ts'
import { openDatabase } from '../database.ts'
import { priority, status, tag } from './arbitrary.ts'
import { seedPeople, seedTickets } from './seed.ts'

const people = [1, 2].map((id) => UserId.parse(id))
const holder = fc.constantFrom(...people, null)
const about = fc.record({
  status,
  priority,
  assigned_to: holder,
  tags: fc.uniqueArray(tag, { maxLength: 3 }),
  snoozed_until: fc.constantFrom(null, null, '2999-12-01T09:00:00.000Z'),
})

const openCounted = async () => {
  const database = await openDatabase()
  await seedPeople(database.db, 2)
  const seeds = fc.sample(about, { numRuns: 40, seed: 5 })
  await seedTickets(
    database.db,
    seeds.map((seed) => ({ ...seed, title: 'Printer', requester: 'Rosa', team_id: null, created: 0, updated: 0 })),
  )
  return database
}

test('what is kept counted is what there is, whatever changes at once and whenever it is folded', async () => {
  await using desk = await openCounted()
  const changes = fc.sample(fc.record({ id: fc.integer({ min: 1, max: 40 }), change: about }), {
    numRuns: 200,
    seed: 6,
  })

  await Promise.all(
    changes.map(async ({ id, change }, index) => {
      if (index % 20 === 0) await foldCounts(desk.db)
      else if (index % 33 === 0) await sql`delete from tickets where id = ${id}`.execute(desk.db)
      else
        await desk.db
          .updateTable('tickets')
          .set(change)
          .where(sql`id`, '=', id)
          .execute()
    }),
  )

  const filters = fc
    .sample(
      fc.record(
        {
          status: fc.uniqueArray(status, { minLength: 1, maxLength: 3 }),
          priority: fc.uniqueArray(priority, { minLength: 1, maxLength: 2 }),
          assigned_to: fc.uniqueArray(fc.constantFrom(...people, 'none' as const), { minLength: 1, maxLength: 2 }),
          tags: fc.uniqueArray(tag, { minLength: 1, maxLength: 2 }),
          snoozed: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
      { numRuns: 60, seed: 7 },
    )
    .map((filter) => TicketFilter.parse(filter))
  for (const when of ['before folding', 'after folding']) {
    await desk.db.transaction().execute(async (tx) => {
      const rows = async (filter: TicketFilter) =>
        (await tx.selectFrom('tickets').select('id').where(isIn(filter)).execute()).length
      for (const filter of filters) expect(await countTickets(tx, [filter]), when).toBe(await rows(filter))
      const [viewer] = people
      if (!viewer) throw new Error('Nobody looks.')
      const views = await Promise.all(
        ViewId.options.map(async (view) => [view, await rows(viewFor(view, viewer).filter)]),
      )
      expect(await countViews(tx, viewer), when).toEqual(Object.fromEntries(views))
    })
    await foldCounts(desk.db)
  }
  const folded = await desk.db.selectFrom('ticket_counts').select(['status', 'priority', 'assigned_to']).execute()
  expect(new Set(folded.map((row) => JSON.stringify(row))).size).toBe(folded.length)
})

test('tags are listed by how many tickets have them, and not when none has', async () => {
  await using desk = await openCounted()
  await sql`update tickets set tags = case when id <= 5 then '{vpn,printer}' when id <= 8 then '{vpn}' else '{}' end::text[]`.execute(
    desk.db,
  )

  expect(await listTags(desk.db)).toEqual(['vpn', 'printer'])
})
