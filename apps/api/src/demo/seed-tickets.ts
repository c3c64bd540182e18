import type { Moment, RequesterId, TeamId, TicketId } from '@livedesk/events'
import type { Transaction } from 'kysely'
import type { Database } from '../db/schema.ts'
import type { openClock } from './clock.ts'
import { demoPeople, type Crew } from './people.ts'
import type { DemoTicket } from './tickets.ts'

type Tx = Transaction<Database>
type Clock = ReturnType<typeof openClock>

/** A ticket as it was written. `momentOf` places its own minutes in time. */
export type Written = DemoTicket & {
  readonly id: TicketId
  readonly requester_id: RequesterId
  readonly momentOf: (at: number) => Moment
}

/** The teams as they were written, with the tags of their tickets. */
export type Teams = readonly { readonly id: TeamId; readonly name: string; readonly tags: readonly string[] }[]

type Parts = {
  readonly tickets: readonly DemoTicket[]
  readonly crew: Crew
  readonly teams: Teams
  readonly clock: Clock
}

/** Writes tickets, oldest first, with their requesters, conversations, history and notifications. */
export const seedTickets = async (tx: Tx, { tickets, crew, teams, clock }: Parts): Promise<Written[]> => {
  const written = await writeTickets(tx, { tickets, crew, teams, clock })
  await writeMessages(tx, written, crew)
  await writeActivity(tx, written, crew)
  await writeNotifications(tx, written, crew)
  return written
}

const writeTickets = async (tx: Tx, { tickets, crew, teams, clock }: Parts): Promise<Written[]> => {
  const requesters = await writeRequesters(tx, tickets, clock)
  const timed = tickets.map((ticket) => ({
    ...ticket,
    requester_id: known(requesters.get(ticket.requester[1])),
    momentOf: (at: number) => clock(ticket.openedAgo - at),
  }))
  const rows = await tx
    .insertInto('tickets')
    .values(
      timed.map(({ title, status, priority, assigned_to, tags, requester_id, said, changed, momentOf }) => ({
        title,
        status,
        priority,
        assigned_to: assigned_to && crew[assigned_to],
        team_id: teams.find((team) => team.tags.some((tag) => tags.includes(tag)))?.id ?? null,
        requester_id,
        tags: [...tags],
        watcher_ids: watchersOf(assigned_to, said, crew),
        message_count: said.length,
        // It is 1 with the first message, and rises with every other one and with every change.
        version: said.length + changed.length,
        created_at: momentOf(0),
        updated_at: momentOf(Math.max(...[...said, ...changed].map(({ at }) => at))),
      })),
    )
    .returning(['id', 'created_at'])
    .execute()
  await tx
    .insertInto('chats')
    .values(rows.map(({ id, created_at }) => ({ kind: 'ticket' as const, ticket_id: id, created_at })))
    .execute()
  return timed.map((ticket, place) => ({ ...ticket, id: known(rows[place]).id }))
}

/** Whoever has a ticket, or wrote in it. */
const watchersOf = (assignee: DemoTicket['assigned_to'], said: DemoTicket['said'], crew: Crew) => {
  const keys = [assignee, ...said.map(({ by }) => by)].filter((key) => key !== null && key !== 'requester')
  return [...new Set(keys.map((key) => crew[key]))].toSorted((a, b) => a - b)
}

const writeRequesters = async (tx: Tx, tickets: readonly DemoTicket[], clock: Clock) => {
  // Whoever writes again is known since the first time: later entries of a Map do not move, so the newest go in first.
  const first = new Map(
    tickets.toReversed().map(({ requester, openedAgo }) => [requester[1], { name: requester[0], openedAgo }]),
  )
  const rows = await tx
    .insertInto('requesters')
    .values([...first].map(([email, { name, openedAgo }]) => ({ name, email, created_at: clock(openedAgo) })))
    .returning(['id', 'email'])
    .execute()
  return new Map(rows.map(({ id, email }) => [email, id]))
}

const writeMessages = (tx: Tx, written: readonly Written[], crew: Crew) =>
  tx
    .insertInto('ticket_messages')
    .values(
      byTime(
        written.flatMap(({ id, requester_id, said, momentOf }) =>
          said.map(({ kind, by, body, at }) => ({
            ticket_id: id,
            kind,
            author_id: by === 'requester' ? null : crew[by],
            requester_id: by === 'requester' ? requester_id : null,
            body,
            created_at: momentOf(at),
          })),
        ),
      ),
    )
    .execute()

const writeActivity = (tx: Tx, written: readonly Written[], crew: Crew) => {
  const idOrNull = (person: DemoTicket['assigned_to'] | undefined) => (person ? crew[person] : null)
  const rows = written.flatMap(({ id, opened_by, changed, momentOf }) => [
    {
      ticket_id: id,
      actor_id: crew[opened_by],
      what: 'created',
      before: 'null',
      after: 'null',
      created_at: momentOf(0),
    },
    ...changed.flatMap(({ by, before, after, at }) =>
      (['status', 'priority', 'assigned_to', 'tags'] as const)
        .filter((what) => what in after)
        .map((what) => ({
          ticket_id: id,
          actor_id: crew[by],
          what,
          before: JSON.stringify(what === 'assigned_to' ? idOrNull(before[what]) : before[what]),
          after: JSON.stringify(what === 'assigned_to' ? idOrNull(after[what]) : after[what]),
          created_at: momentOf(at),
        })),
    ),
  ])
  return tx.insertInto('ticket_activity').values(byTime(rows)).execute()
}

/** What people were told of; each has yet to read the last three. */
const writeNotifications = (tx: Tx, written: readonly Written[], crew: Crew) => {
  const rows = byTime(
    written.flatMap(({ id, title, noticed, momentOf }) =>
      noticed.map(({ to, kind, by, at }) => ({
        user_id: crew[to],
        kind,
        ticket_id: id,
        title,
        actor_id: crew[by],
        created_at: momentOf(at),
      })),
    ),
  )
  const unread = new Set(demoPeople.flatMap(({ key }) => rows.filter(({ user_id }) => user_id === crew[key]).slice(-3)))
  return tx
    .insertInto('notifications')
    .values(rows.map((row) => ({ ...row, read: !unread.has(row) })))
    .execute()
}

/** As the desk would have written them; what has one moment keeps its order. */
const byTime = <T extends { readonly created_at: Moment }>(rows: readonly T[]) =>
  rows.toSorted((a, b) => (a.created_at < b.created_at ? -1 : a.created_at > b.created_at ? 1 : 0))

/** What must be there, because the demo wrote it. */
export const known = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('The demo refers to something that it did not write.')
  return value
}
