import type { Moment } from '@livedesk/events'
import { sql, type Transaction } from 'kysely'
import type { FileStore } from '../attachments/file-store.ts'
import type { Db } from '../db/pool.ts'
import type { Database } from '../db/schema.ts'
import { hashPassword } from '../people/keys.ts'
import { openClock, SIX_WEEKS } from './clock.ts'
import { type Crew, demoPassword, demoPeople, demoTeams, type Person } from './people.ts'
import { seedChats } from './seed-chats.ts'
import { seedKept } from './seed-kept.ts'
import { known, seedTickets, type Teams } from './seed-tickets.ts'
import { seedTogether } from './seed-together.ts'
import { demoTickets } from './tickets.ts'

/**
 * Fills an empty desk with people, tickets and talk to look at. It promises:
 * - It does so once, whoever calls it and however many at a time; a desk that has a user is left alone. True if it did.
 * - The same `now` makes the same desk; another one moves it in time. Nothing is later than `now`, nothing much older than
 *   six weeks, and the last hour is busy whatever the hour.
 * - What it writes is what the desk itself would have written: history, versions, counts and notifications agree.
 * - It tells nobody: run it before anyone can sign in.
 * - Without a store for files, its messages have none.
 */
export const seedDemo = (
  db: Db,
  { now = new Date(), store }: { readonly now?: Date; readonly store?: FileStore } = {},
): Promise<boolean> =>
  db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('livedesk demo'))`.execute(tx)
    if (await tx.selectFrom('users').select('id').limit(1).executeTakeFirst()) return false

    const clock = openClock(now)
    const crew = await seedPeople(tx, clock(SIX_WEEKS))
    const teams = await seedTeams(tx, crew, clock(SIX_WEEKS))
    const written = await seedTickets(tx, { tickets: demoTickets(), crew, teams, clock })
    await seedChats(tx, { written, crew, clock })
    await seedKept(tx, { crew, teams, at: clock(SIX_WEEKS) })
    await seedTogether(tx, { written, crew, clock, now, store })
    return true
  })

const seedPeople = async (tx: Transaction<Database>, created_at: Moment): Promise<Crew> => {
  const password_hash = await hashPassword(demoPassword)
  const rows = await tx
    .insertInto('users')
    .values(demoPeople.map(({ name, email, role }) => ({ name, email, role, password_hash, created_at })))
    .returning(['id', 'email'])
    .execute()
  const idOf = (person: Person) => {
    const email = demoPeople.find(({ key }) => key === person)?.email
    const row = rows.find((written) => written.email === email)
    if (!row) throw new Error(`Nobody at the demo desk is called ${person}.`)
    return row.id
  }
  return { anna: idOf('anna'), boris: idOf('boris'), clara: idOf('clara'), dmitri: idOf('dmitri') }
}

const seedTeams = async (tx: Transaction<Database>, crew: Crew, created_at: Moment): Promise<Teams> => {
  const rows = await tx
    .insertInto('teams')
    .values(demoTeams.map(({ name }) => ({ name, created_at })))
    .returning(['id', 'name'])
    .execute()
  const teams = demoTeams.map((team) => ({ ...team, id: known(rows.find(({ name }) => name === team.name)).id }))
  await tx
    .insertInto('team_members')
    .values(teams.flatMap(({ id, members }) => members.map((person) => ({ team_id: id, user_id: crew[person] }))))
    .execute()
  return teams
}
