import type { NotificationWhat, TeamId, Ticket, TicketMessageId, UserId } from '@livedesk/events'
import { type Change, differences, isKeptFromMerged, isMoving, replaced, type Wanted } from '@livedesk/queue'
import { sql } from 'kysely'
import { sendToAgents, sendToUser, type Tx } from '../live/outbox.ts'
import { Problem } from '../problem.ts'
import { recordChange } from './activity.ts'
import { holdColleague } from './queries.ts'

/** Puts something into people's lists of what not to miss. */
export type Notify = (
  tx: Tx,
  userIds: readonly UserId[],
  about: {
    readonly what: NotificationWhat
    readonly ticket: Ticket
    readonly actor_id: UserId | null
    /** Those whom what happened names. */
    readonly mentioned?: readonly UserId[]
    /** The message that it comes of. */
    readonly message_id?: TicketMessageId
  },
) => Promise<void>

/** What changing a ticket may say. */
export const changeSays = [
  'ticket_status_changed',
  'ticket_changed',
  'ticket_assigned',
  'notification_created',
] as const

/** Changes a ticket that is held, and says so: once to the desk, and to a new assignee. What is so already changes nothing. */
export const changeTicket = async (
  tx: Tx,
  ticket: Ticket,
  wanted: Wanted,
  actor: UserId,
  notify: Notify,
): Promise<Ticket> => {
  const change = differences(ticket, followed(ticket, started(ticket, returned(wanted))))
  if (Object.keys(change).length === 0) return ticket
  requireOpenOrApart(ticket, change)

  const assignee = change.assigned_to ?? undefined
  const followers = change.status ? watchersBut(ticket, [actor]) : []
  if (assignee) await requireColleague(tx, assignee, followers)
  if (change.team_id) await requireTeam(tx, change.team_id)
  const changed = await applyChange(tx, ticket, change, actor)
  const after = changed.ticket

  if (assignee) tellAssignee(tx, after, assignee, actor)
  if (change.status) sendToAgents(tx, { type: 'ticket_status_changed', status: change.status, ...changed })
  else sendToAgents(tx, { type: 'ticket_changed', ...changed })
  const given = assignee && assignee !== actor ? [assignee] : []
  await notify(tx, given, { what: 'ticket_assigned', ticket: after, actor_id: actor })
  if (change.status) {
    const others = followers.filter((follower) => follower !== assignee)
    await notify(tx, others, { what: 'ticket_status_changed', ticket: after, actor_id: actor })
  }
  return after
}

/**
 * Changes fields of a ticket that is held, and keeps who did it. It says nothing: what it gives back is what there is to say.
 * For changes that are told as an event of their own (docs/add-a-live-event.md makes one).
 * @public
 */
export const applyChange = async (tx: Tx, ticket: Ticket, change: Change, actor: UserId) => ({
  ...(await keepChange(tx, ticket, change, actor)),
  changed_by: actor,
})

/** The same of a change that may be the desk's own (by nobody), or come with a message or go with one. It is one version, whatever it holds. */
export const keepChange = async (tx: Tx, ticket: Ticket, change: Change, actor: UserId | null, messages = 0) => {
  const after: Ticket = { ...ticket, ...change, ...(await writeChange(tx, ticket, change, messages)) }
  const before = replaced(ticket, change)
  const activity = await recordChange(tx, actor, before, after)
  return { ticket_id: after.id, version: after.version, ticket: after, before, activity }
}

/** Who follows a ticket, without some who need not be told. */
export const watchersBut = ({ watcher_ids }: Ticket, others: readonly UserId[]) =>
  watcher_ids.filter((watcher) => !others.includes(watcher))

/** The watchers with some more, in the order that they are kept in. */
export const withWatchers = ({ watcher_ids }: Ticket, others: readonly UserId[]) =>
  [...new Set([...watcher_ids, ...others])].toSorted((a, b) => a - b)

/** Refuses to give a ticket to someone who is not here; who is here stays until the transaction ends, and is held with others. */
export const requireColleague = async (tx: Tx, userId: UserId, others: readonly UserId[] = []) => {
  if (await holdColleague(tx, userId, others)) return
  throw new Problem('bad_request', `Nobody with the id ${userId} is at this desk.`, {
    errors: { assigned_to: 'Choose someone who is at this desk.' },
  })
}

/** Refuses to give a ticket to a team that there is not. */
export const requireTeam = async (tx: Tx, teamId: TeamId) => {
  if (await tx.selectFrom('teams').select('id').where('id', '=', teamId).executeTakeFirst()) return
  throw new Problem('bad_request', `There is no team ${teamId}.`, {
    errors: { team_id: 'Choose a team of this desk.' },
  })
}

/** Tells a new assignee, on all their tabs; also whoever gave the ticket to themselves, on the tabs they did not do it in. */
export const tellAssignee = (tx: Tx, { id, title, version }: Ticket, assignee: UserId, actor: UserId) =>
  sendToUser(tx, assignee, { type: 'ticket_assigned', ticket_id: id, title, assigned_by: actor, version })

/** A duplicate stays closed for as long as it is merged into another ticket. */
const requireOpenOrApart = ({ merged_into, id }: Ticket, change: Change) => {
  if (merged_into === null || change.merged_into === null || !isKeptFromMerged(change)) return
  throw new Problem('conflict', `Ticket ${id} was merged into ticket ${merged_into}: take it out first.`)
}

/** A new ticket that is given to someone is being worked on, unless its status is set by hand. */
const started = (ticket: Ticket, wanted: Wanted): Wanted =>
  ticket.status === 'new' && wanted.status === undefined && wanted.assigned_to
    ? { ...wanted, status: 'in_progress' }
    : wanted

/** What is done with need not be put aside. */
const returned = (wanted: Wanted): Wanted =>
  wanted.status === 'resolved' || wanted.status === 'closed' ? { snoozed_until: null, ...wanted } : wanted

/** Whoever is given a ticket follows it. */
const followed = (ticket: Ticket, wanted: Wanted): Wanted =>
  wanted.assigned_to ? { watcher_ids: withWatchers(ticket, [wanted.assigned_to]), ...wanted } : wanted

const writeChange = (tx: Tx, ticket: Ticket, change: Change, messages: number) =>
  tx
    .updateTable('tickets')
    .set({
      ...change,
      // The driver would write a list as an array of PostgreSQL's.
      ...(change.links && { links: sql`${JSON.stringify(change.links)}::jsonb` }),
      message_count: sql`message_count + ${messages}`,
      version: sql`version + 1`,
      ...((messages !== 0 || isMoving(change)) && {
        updated_at: sql`greatest(clock_timestamp(), updated_at)`,
      }),
    })
    .where('id', '=', ticket.id)
    .returning(['message_count', 'version', 'updated_at'])
    .executeTakeFirstOrThrow()
