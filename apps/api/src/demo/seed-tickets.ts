import type { Moment, RequesterId, TicketId, UserId } from '@livedesk/events'
import type { Transaction } from 'kysely'
import type { Database } from '../db/schema.ts'
import { minutesBefore } from './moment.ts'
import type { Team } from './seed.ts'
import { type DemoTicket, demoTickets } from './tickets.ts'

type Tx = Transaction<Database>

/** A ticket as it was written, with its story. */
export type SeededTicket = DemoTicket & { readonly id: TicketId; readonly assigned_to: UserId | null }

/** Writes the demo tickets with their conversations, history and some unread notifications. */
export const seedTickets = async (tx: Tx, team: Team, now: Date): Promise<SeededTicket[]> => {
  const stories = demoTickets(200)
  const requesters = await seedRequesters(tx, stories, now)
  const written = await tx
    .insertInto('tickets')
    .values(
      stories.map((story) => ({
        title: story.title,
        status: story.status,
        priority: story.priority,
        assigned_to: personOf(team, story.assignee),
        requester_id: known(requesters.get(story.requester.email)),
        tags: [...story.tags],
        message_count: story.messages.length,
        version: story.messages.length + story.changes.length,
        created_at: minutesBefore(now, story.openedAgo),
        updated_at: minutesBefore(now, lastTouch(story)),
      })),
    )
    .returning(['id', 'assigned_to'])
    .execute()
  const tickets = stories.map((story, index) => ({ ...story, ...known(written[index]) }))

  await tx
    .insertInto('chats')
    .values(tickets.map(({ id }) => ({ kind: 'ticket' as const, ticket_id: id })))
    .execute()
  await seedMessages(tx, team, tickets, requesters, now)
  await seedHistory(tx, tickets, now)
  await seedNotifications(tx, team, tickets, now)
  return tickets
}

const lastTouch = ({ messages, changes }: DemoTicket) => Math.min(...[...messages, ...changes].map(({ ago }) => ago))

const seedRequesters = async (tx: Tx, stories: readonly DemoTicket[], now: Date) => {
  const people = new Map(stories.map(({ requester, openedAgo }) => [requester.email, { ...requester, openedAgo }]))
  const rows = await tx
    .insertInto('requesters')
    .values(
      [...people.values()].map(({ name, email, openedAgo }) => ({
        name,
        email,
        created_at: minutesBefore(now, openedAgo),
      })),
    )
    .returning(['id', 'email'])
    .execute()
  return new Map(rows.map(({ id, email }) => [email, id]))
}

const seedMessages = (
  tx: Tx,
  team: Team,
  tickets: readonly SeededTicket[],
  requesters: ReadonlyMap<string, RequesterId>,
  now: Date,
) =>
  tx
    .insertInto('ticket_messages')
    .values(
      tickets
        .flatMap((ticket) => ticket.messages.map((message) => ({ ticket, message })))
        .toSorted((a, b) => b.message.ago - a.message.ago)
        .map(({ ticket, message }) => ({
          ticket_id: ticket.id,
          kind: message.kind,
          author_id: personOf(team, message.author),
          requester_id: message.author === null ? known(requesters.get(ticket.requester.email)) : null,
          body: message.body,
          created_at: minutesBefore(now, message.ago),
        })),
    )
    .execute()

const seedHistory = async (tx: Tx, tickets: readonly SeededTicket[], now: Date) => {
  const rows = tickets.flatMap(({ id, assigned_to, changes }) =>
    changes.flatMap((change) => {
      if (assigned_to === null) return []
      const entry = {
        ticket_id: id,
        actor_id: assigned_to,
        what: change.what,
        created_at: minutesBefore(now, change.ago),
      }
      return change.what === 'status'
        ? [{ ...entry, before: JSON.stringify(change.before), after: JSON.stringify(change.after) }]
        : [{ ...entry, before: 'null', after: JSON.stringify(assigned_to) }]
    }),
  )
  await tx.insertInto('ticket_activity').values(byTime(rows)).execute()
}

/** The latest tickets that each person got: what came in lately is still unread. */
const seedNotifications = async (tx: Tx, team: Team, tickets: readonly SeededTicket[], now: Date) => {
  const rows = team.flatMap(({ id: user_id }, place) =>
    tickets
      .filter(({ assigned_to }) => assigned_to === user_id)
      .slice(-6)
      .flatMap(({ id, title, changes }, index) => {
        const given = changes.find(({ what }) => what === 'assigned_to')
        const giver = team[(place + 1 + index) % team.length]
        if (!given || !giver || giver.id === user_id) return []
        return [
          {
            user_id,
            kind: 'ticket_assigned' as const,
            ticket_id: id,
            title,
            actor_id: giver.id,
            read: index < 3,
            created_at: minutesBefore(now, given.ago),
          },
        ]
      }),
  )
  await tx.insertInto('notifications').values(byTime(rows)).execute()
}

const byTime = <T extends { readonly created_at: Moment }>(rows: readonly T[]) =>
  rows.toSorted((a, b) => (a.created_at < b.created_at ? -1 : a.created_at > b.created_at ? 1 : 0))

const personOf = (team: Team, place: number | null) => (place === null ? null : known(team[place]).id)

const known = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('The demo refers to something that it did not write.')
  return value
}
