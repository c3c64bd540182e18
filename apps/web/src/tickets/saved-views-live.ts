import type { DurableEvent, SavedView, Ticket, TicketBefore, UserId } from '@livedesk/events'
import { beforeChange, type Calendar, matches } from '@livedesk/queue'
import type { CountedView, SavedViewList } from '@livedesk/resources'
import type { Appliers } from '../server/appliers.ts'
import { irrelevant } from '../server/irrelevant.ts'
import { findRow, putRow, removeRow } from '../server/rows.ts'
import { listOfSaved } from './saved-address.ts'

/** Who counts, and which day it is where they are. */
export type Counter = { readonly viewer: UserId; readonly calendar: Calendar }

type Change = Extract<DurableEvent, { ticket: Ticket; before: TicketBefore }>

/** The order of saved views: everyone's, then one's own. */
const byPlace = (a: SavedView, b: SavedView) =>
  Number(b.shared) - Number(a.shared) || a.position - b.position || a.id - b.id

const count = ({ items }: SavedViewList, { viewer, calendar }: Counter, before: Ticket | undefined, after: Ticket) => {
  for (const view of items) {
    const { filter } = listOfSaved(view.query, viewer, calendar)
    const came = Number(matches(filter, after)) - Number(before !== undefined && matches(filter, before))
    if (came !== 0) view.count += came
  }
}

const recount = (list: SavedViewList, { ticket, before }: Change, counter: Counter) =>
  count(list, counter, beforeChange(ticket, before), ticket)

// How many tickets a new question finds, only the desk can say.
const put = (list: SavedViewList, { view }: { readonly view: SavedView }) => {
  const known = findRow(list.items, view.id)
  if (known && known.version >= view.version) return undefined
  if (known?.query !== view.query) return 'reload'
  putRow<CountedView>(list, { ...view, count: known.count }, byPlace)
  return undefined
}

const drop = (list: SavedViewList, gone: { readonly view_id: number; readonly version: number }) => {
  const known = findRow(list.items, gone.view_id)
  if (known && known.version < gone.version) removeRow(list, gone.view_id)
}

export const savedViewsAppliers: Appliers<SavedViewList, Counter> = {
  ...irrelevant.chats,
  ...irrelevant.notifications,
  ...irrelevant.people,
  ...irrelevant.teams,
  ...irrelevant.canned,
  ...irrelevant.tickets,
  ticket_created: (list, { ticket }, counter) => count(list, counter, undefined, ticket),
  ticket_changed: recount,
  ticket_status_changed: recount,
  ticket_woke: recount,
  ticket_message_posted: recount,
  ticket_message_taken_back: recount,
  view_saved: put,
  view_deleted: drop,
  own_view_saved: put,
  own_view_deleted: drop,
}
