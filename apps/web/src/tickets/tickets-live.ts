import type {
  DurableEvent,
  EventHandlers,
  EventType,
  Ticket,
  TicketActivity,
  TicketBefore,
  TicketId,
  TicketMessage,
  UserId,
} from '@livedesk/events'
import { beforeChange, compareBy, matches, type View, viewFor, ViewId } from '@livedesk/queue'
import type {
  RequesterList,
  TagList,
  TicketActivityPage,
  TicketMessagePage,
  TicketPage,
  ViewCounts,
} from '@livedesk/resources'
import type { TFunction } from 'i18next'
import type { Appliers } from '../server/appliers.ts'
import { irrelevant } from '../server/irrelevant.ts'
import type { PagePlace } from '../server/live.ts'
import { findRow, putRow, removeRow } from '../server/rows.ts'
import type { Telling as Told } from '../ui/tell.ts'

type Change = Extract<DurableEvent, { ticket: Ticket; before: TicketBefore }>

const notAboutTickets = {
  ...irrelevant.chats,
  ...irrelevant.notifications,
  ...irrelevant.people,
  ...irrelevant.teams,
  ...irrelevant.canned,
  ...irrelevant.savedViews,
}

// What is said to a new assignee, the change itself says to everyone; what someone has not sent is of no ticket yet.
const personal = { ticket_assigned: 'irrelevant', ticket_draft_changed: 'irrelevant' } as const

/** The same for every event that tells of changed fields, and of nothing else. */
const onChange = <const A>(apply: A) => ({
  ticket_status_changed: apply,
  ticket_changed: apply,
  ticket_woke: apply,
})

/** One ticket. */
const replace = (ticket: Ticket, event: { readonly ticket: Ticket }) => {
  if (event.ticket.id === ticket.id && event.ticket.version > ticket.version) Object.assign(ticket, event.ticket)
}

/** A ticket that was not there is, from here on. */
export const opens = (event: DurableEvent, id: TicketId) => event.type === 'ticket_created' && event.ticket_id === id

export const ticketAppliers: Appliers<Ticket, TicketId> = {
  ...notAboutTickets,
  ...personal,
  ticket_created: replace,
  ...onChange(replace),
  ticket_message_posted: replace,
  ticket_message_taken_back: replace,
}

/** One page of a list: rows come, go and move by the same predicate and order as on the server; the total goes with them. */
const settle = (page: TicketPage, ticket: Ticket, wasIn: boolean, { arg, isWithin }: PagePlace<View, Ticket>) => {
  const known = findRow(page.items, ticket.id)
  if (known && known.version >= ticket.version) return
  const isIn = matches(arg.filter, ticket)
  page.total += Number(isIn) - Number(wasIn)
  if (isIn && isWithin(ticket)) putRow(page, ticket, compareBy(arg.sort))
  else removeRow(page, ticket.id)
}

const move = (page: TicketPage, { ticket, before }: Change, place: PagePlace<View, Ticket>) =>
  settle(page, ticket, matches(place.arg.filter, beforeChange(ticket, before)), place)

export const ticketListAppliers: Appliers<TicketPage, PagePlace<View, Ticket>> = {
  ...notAboutTickets,
  ...personal,
  ticket_created: (page, { ticket }, place) => settle(page, ticket, false, place),
  ...onChange(move),
  ticket_message_posted: move,
  ticket_message_taken_back: move,
}

/** Whether a page has the ticket, gets it, or has a total that moves. */
export const listConcerns = (page: TicketPage, event: DurableEvent, { arg, isWithin }: PagePlace<View, Ticket>) => {
  if (!('ticket' in event)) return false
  if (isWithin(event.ticket) || findRow(page.items, event.ticket.id)) return true
  const wasIn = 'before' in event && matches(arg.filter, beforeChange(event.ticket, event.before))
  return matches(arg.filter, event.ticket) !== wasIn
}

/** Pages that were read at different times may both have a ticket that moved between them: the newer row is right. */
export const onePlaceEach = <Page extends TicketPage>(pages: Page[]): Page[] => {
  const newest = new Map<TicketId, number>()
  for (const { items } of pages)
    for (const { id, version } of items) newest.set(id, Math.max(version, newest.get(id) ?? 0))
  return pages.map((page) =>
    page.items.every(({ id, version }) => newest.get(id) === version)
      ? page
      : { ...page, items: page.items.filter(({ id, version }) => newest.get(id) === version) },
  )
}

/** Whether a list shows a ticket as an event tells it, or newer. */
export const showsAlready = (pages: readonly TicketPage[], event: DurableEvent) =>
  'ticket' in event &&
  pages.some(({ items }) => (findRow(items, event.ticket.id)?.version ?? 0) >= event.ticket.version)

/** The counters beside the views. */
const count = ({ counts }: ViewCounts, viewer: UserId, before: Ticket | undefined, after: Ticket) => {
  for (const view of ViewId.options) {
    const { filter } = viewFor(view, viewer)
    counts[view] += Number(matches(filter, after)) - Number(before !== undefined && matches(filter, before))
  }
}

const recount = (views: ViewCounts, { ticket, before }: Change, viewer: UserId) =>
  count(views, viewer, beforeChange(ticket, before), ticket)

export const viewCountsAppliers: Appliers<ViewCounts, UserId> = {
  ...notAboutTickets,
  ...personal,
  ticket_created: (views, { ticket }, viewer) => count(views, viewer, undefined, ticket),
  ...onChange(recount),
  // The requester's answer brings back a ticket that was put aside.
  ticket_message_posted: recount,
  ticket_message_taken_back: recount,
}

/** The order of a conversation. */
export const byAge = (a: { readonly id: number }, b: { readonly id: number }) => a.id - b.id

export const conversationAppliers: Appliers<TicketMessagePage, PagePlace<TicketId, TicketMessage>> = {
  ...notAboutTickets,
  ...personal,
  ticket_created: (page, { opening }, place) => join(page, opening, place),
  ...onChange('irrelevant'),
  ticket_message_posted: (page, { message }, place) => join(page, message, place),
  ticket_message_taken_back: (page, { message_id }) => removeRow(page, message_id),
}

const join = (
  page: TicketMessagePage,
  message: TicketMessage,
  { arg, isWithin }: PagePlace<TicketId, TicketMessage>,
) => {
  if (message.ticket_id === arg && isWithin(message)) putRow(page, message, byAge)
}

/** The order of a history. */
export const byRecency = (a: { readonly id: number }, b: { readonly id: number }) => b.id - a.id

type Remembered = { readonly ticket_id: TicketId; readonly activity?: readonly TicketActivity[] | undefined }

const remember = (
  page: TicketActivityPage,
  { ticket_id, activity }: Remembered,
  { arg, isFirst, isWithin }: PagePlace<TicketId, TicketActivity>,
) => {
  if (ticket_id !== arg) return undefined
  // An older desk did not say what it keeps.
  if (!activity) return isFirst ? 'reload' : undefined
  for (const entry of activity) if (isWithin(entry)) putRow(page, entry, byRecency)
  return undefined
}

export const activityAppliers: Appliers<TicketActivityPage, PagePlace<TicketId, TicketActivity>> = {
  ...notAboutTickets,
  ...personal,
  ticket_created: remember,
  ...onChange(remember),
  // A message brings a ticket back; by itself it is no change.
  ticket_message_posted: (page, event, place) => remember(page, { activity: [], ...event }, place),
  ticket_message_taken_back: remember,
}

// How often each tag is used is not told: the list is asked for again when any ticket's tags change.
const retag = (_tags: TagList, { before }: Change) => (before.tags === undefined ? undefined : 'reload')

export const tagsAppliers: Appliers<TagList, void> = {
  ...notAboutTickets,
  ...personal,
  ticket_created: (_tags, { ticket }) => (ticket.tags.length > 0 ? 'reload' : undefined),
  ...onChange(retag),
  ticket_message_posted: 'irrelevant',
  ticket_message_taken_back: retag,
}

// Requesters come with their first ticket, and are not renamed.
export const requestersAppliers: Appliers<RequesterList, unknown> = {
  ...notAboutTickets,
  ...personal,
  ticket_created: ({ items }, { ticket }) => (findRow(items, ticket.requester.id) ? undefined : 'reload'),
  ...onChange('irrelevant'),
  ticket_message_posted: 'irrelevant',
  ticket_message_taken_back: 'irrelevant',
}

type TicketHandlers = Pick<EventHandlers, Extract<EventType, `ticket_${string}`> | 'notification_created'>

/** What is told of a ticket in passing. The way to it is known. */
export type TicketToast = Omit<Told, 'to' | 'open'> & { readonly ticket_id: TicketId }

type Telling = {
  /** Who is told: nobody needs to hear of what they did themselves. */
  readonly me: UserId
  readonly t: TFunction<'tickets'>
  readonly toast: (toast: TicketToast) => void
  /** Asks for the lists anew. */
  readonly renewLists: () => void
}

/** What a person is told of tickets in passing: a ticket that was given to them, a note that names them. The rest their screens show. */
export const ticketHandlers = ({ me, t, toast, renewLists }: Telling) =>
  ({
    ticket_assigned: ({ ticket_id, title, version, assigned_by }) => {
      renewLists()
      if (assigned_by === me) return
      const id = `ticket_assigned.${ticket_id}.${version}`
      const many = (count: number) => ({
        title: t('toast.assignedMany', { count }),
        message: t('toast.last', { title }),
        open: t('toast.openMine'),
        to: '/tickets?view=mine',
      })
      const message = t('toast.assignedTo', { title })
      const together = { as: 'ticket_assigned', say: many }
      toast({ id, ticket_id, color: 'blue', title: t('toast.assigned'), message, together })
    },
    notification_created: ({ notification: { id, ticket_id, title, mentioned } }) => {
      if (!mentioned) return
      const message = t('toast.mentionedIn', { title })
      toast({ id: `mentioned.${id}`, ticket_id, color: 'yellow', title: t('toast.mentioned'), message })
    },
    ticket_woke: 'ignore',
    ticket_created: 'ignore',
    ticket_status_changed: 'ignore',
    ticket_changed: 'ignore',
    ticket_message_posted: 'ignore',
    ticket_message_taken_back: 'ignore',
    ticket_viewers: 'ignore',
    ticket_writing: 'ignore',
    ticket_draft_changed: 'ignore',
  }) satisfies TicketHandlers
