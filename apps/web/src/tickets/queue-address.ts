import { RequesterId, SavedViewId, Tag, TeamId, TicketPriority, TicketStatus, UserId } from '@livedesk/events'
import { type Calendar, Days, spanOf, TicketSort, type View, ViewId, viewFor } from '@livedesk/queue'
import { z } from 'zod'

const Assignee = z.union([z.coerce.number().pipe(UserId), z.enum(['me', 'none'])])
export type Assignee = z.output<typeof Assignee>

const TeamChoice = z.union([z.coerce.number().pipe(TeamId), z.literal('none')])
export type TeamChoice = z.output<typeof TeamChoice>

/** What the address bar says of the queue: the view, and how the person narrowed and ordered it. */
export type QueueAddress = {
  readonly view: ViewId
  /** The saved view that all this began with. */
  readonly saved: SavedViewId | undefined
  readonly status: readonly TicketStatus[]
  readonly priority: readonly TicketPriority[]
  readonly assignee: readonly Assignee[]
  readonly team: readonly TeamChoice[]
  readonly requester: readonly RequesterId[]
  readonly tag: readonly string[]
  readonly created: Days | undefined
  readonly updated: Days | undefined
  readonly q: string
  /** Undefined: as the view is ordered by itself. */
  readonly sort: TicketSort | undefined
}

/** Reads an address. What it does not understand it leaves out: addresses are typed, shared and grow old. */
export const readQueueAddress = (params: URLSearchParams): QueueAddress => ({
  view: ViewId.catch('open').parse(params.get('view')),
  saved: z.coerce
    .number()
    .pipe(SavedViewId)
    .safeParse(params.get('saved') ?? '').data,
  status: readList(params, 'status', TicketStatus),
  priority: readList(params, 'priority', TicketPriority),
  assignee: readList(params, 'assignee', Assignee),
  team: readList(params, 'team', TeamChoice),
  requester: readList(params, 'requester', z.coerce.number().pipe(RequesterId)),
  tag: readList(params, 'tag', Tag),
  created: Days.safeParse(params.get('created')).data,
  updated: Days.safeParse(params.get('updated')).data,
  q: (params.get('q') ?? '').slice(0, 200),
  sort: TicketSort.safeParse(params.get('sort')).data,
})

/** Writes an address: only what is not as it would be anyway. */
export const writeQueueAddress = (address: QueueAddress): string => {
  const params = new URLSearchParams({ view: address.view })
  if (address.saved !== undefined) params.set('saved', `${address.saved}`)
  if (address.status.length > 0) params.set('status', address.status.join())
  if (address.priority.length > 0) params.set('priority', address.priority.join())
  if (address.assignee.length > 0) params.set('assignee', address.assignee.join())
  if (address.team.length > 0) params.set('team', address.team.join())
  if (address.requester.length > 0) params.set('requester', address.requester.join())
  if (address.created) params.set('created', address.created)
  if (address.updated) params.set('updated', address.updated)
  if (address.tag.length > 0) params.set('tag', address.tag.join())
  if (address.q.trim()) params.set('q', address.q)
  if (address.sort && address.sort !== ownSort(address.view)) params.set('sort', address.sort)
  return `?${params}`
}

/** The address of a view that is narrowed by nothing. */
export const viewAddress = (view: ViewId) => writeQueueAddress({ ...narrowedByNothing, view })

/** The address of all that a requester ever asked. */
export const requesterAddress = (requester: RequesterId) =>
  writeQueueAddress({ ...narrowedByNothing, view: 'all', requester: [requester] })

/** The filter and order that an address asks for: its view's own, and within them the person's, whose days the calendar tells. */
export const queueOf = (address: QueueAddress, me: UserId, calendar: Calendar): View => {
  const { filter, sort } = viewFor(address.view, me)
  const status = within(filter.status, address.status)
  const priority = within(filter.priority, address.priority)
  const people = address.assignee.map((person) => (person === 'me' ? me : person))
  const assignedTo = within(filter.assigned_to, people)
  const q = address.q.trim()
  return {
    filter: {
      ...(status && { status }),
      ...(priority && { priority }),
      ...(assignedTo && { assigned_to: assignedTo }),
      ...(address.team.length > 0 && { team_id: [...address.team] }),
      ...(address.requester.length > 0 && { requester_id: [...address.requester] }),
      ...(address.created && { created_at: spanOf(address.created, calendar) }),
      ...(address.updated && { updated_at: spanOf(address.updated, calendar) }),
      ...(address.tag.length > 0 && { tags: [...address.tag] }),
      ...(filter.snoozed !== undefined && { snoozed: filter.snoozed }),
      ...(q && { q }),
    },
    sort: address.sort ?? sort,
  }
}

/** Whether the person narrowed the view: then an empty list means something else. */
export const isNarrowed = ({ view: _view, saved: _saved, sort: _sort, q, ...filters }: QueueAddress) =>
  q.trim() !== '' || Object.values(filters).some((filter) => filter !== undefined && filter.length > 0)

/** The same view with nothing narrowed, in the same order. */
export const widened = ({ view, sort }: QueueAddress): QueueAddress => ({ ...narrowedByNothing, view, sort })

/** No filters: the search and the order are not among them. */
export const noFilters = {
  status: [],
  priority: [],
  assignee: [],
  team: [],
  requester: [],
  tag: [],
  created: undefined,
  updated: undefined,
} as const

const narrowedByNothing = { ...noFilters, q: '', sort: undefined, saved: undefined } as const

// No viewer changes how a view is ordered.
const ownSort = (view: ViewId) => viewFor(view, UserId.parse(1)).sort

/** What was chosen, as far as the view shows it at all; all that the view shows, when that leaves nothing. */
const within = <T>(shown: readonly T[] | undefined, chosen: readonly T[]): T[] | undefined => {
  const both = shown ? chosen.filter((value) => shown.includes(value)) : [...chosen]
  if (both.length > 0) return both
  return shown && [...shown]
}

const readList = <T>(params: URLSearchParams, name: string, schema: z.ZodType<T>): T[] =>
  (params.get(name) ?? '').split(',').flatMap((text) => {
    const read = schema.safeParse(text)
    return read.success ? [read.data] : []
  })
