import type { TeamId, TicketPriority, TicketStatus, UserId } from '@livedesk/events'
import { sql } from 'kysely'
import type { Db } from '../../src/db/pool.ts'

export type Seed = {
  readonly title: string
  readonly requester: string
  readonly status: TicketStatus
  readonly priority: TicketPriority
  readonly assigned_to: UserId | null
  readonly team_id: TeamId | null
  readonly tags: readonly string[]
  readonly snoozed_until?: string | null
  /** Milliseconds after the beginning of this test's year. */
  readonly created: number
  readonly updated: number
}

const beginning = Date.UTC(2026, 0, 1)

/** Writes tickets as they are, without a word to anyone: for tests of what lists show. */
export const seedTickets = async (db: Db, seeds: readonly Seed[]) => {
  const rows = JSON.stringify(
    seeds.map(({ created, updated, ...seed }, index) => ({
      ...seed,
      email: `customer${index}@Example.com`,
      created_at: new Date(beginning + created),
      updated_at: new Date(beginning + updated),
    })),
  )
  await sql`
    with seed as (
      select * from json_to_recordset(${rows}::json) as s(
        title text, requester text, email text, status ticket_status, priority ticket_priority,
        assigned_to bigint, team_id bigint, tags text[], snoozed_until timestamptz, created_at timestamptz, updated_at timestamptz)
    ), asked as (
      insert into requesters (name, email) select requester, email from seed returning id, email
    ), opened as (
      insert into tickets (title, status, priority, assigned_to, team_id, requester_id, tags, snoozed_until, created_at, updated_at)
      select s.title, s.status, s.priority, s.assigned_to, s.team_id, a.id, s.tags, s.snoozed_until, s.created_at, s.updated_at
      from seed s join asked a using (email)
      returning id
    )
    insert into chats (kind, ticket_id) select 'ticket', id from opened`.execute(db)
}

/** People who can be assigned to, and cannot sign in. */
export const seedPeople = (db: Db, count: number) =>
  db
    .insertInto('users')
    .values(
      Array.from({ length: count }, (_, index) => ({
        name: `Person ${index}`,
        email: `person${index}@livedesk.test`,
        password_hash: '-',
      })),
    )
    .returning('id')
    .execute()

/** Teams that nobody is in. */
export const seedTeams = (db: Db, ...names: readonly string[]) =>
  db
    .insertInto('teams')
    .values(names.map((name) => ({ name })))
    .returning('id')
    .execute()
