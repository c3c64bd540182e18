import {
  type ChatId,
  TeamId,
  TicketId,
  TicketLinkKind,
  type TicketPriority,
  type TicketStatus,
  UserId,
} from '@livedesk/events'
import type { Tab } from './tab.ts'
import type { Fields } from './ticket-acts.ts'

/** Something that may be done; the numbers choose what with. What does not apply just now does nothing. */
export type Doing = (tab: Tab, a: number, b: number, c: number) => unknown

export const people = [1, 2, 3].map((id) => UserId.parse(id))
export const statuses = [
  'new',
  'in_progress',
  'waiting',
  'resolved',
  'closed',
] as const satisfies readonly TicketStatus[]
const priorities = ['low', 'normal', 'high', 'urgent'] as const satisfies readonly TicketPriority[]
const titles = ['Printer on fire', 'Mouse is gone', 'The printer again']
const teams = [null, ...[1, 2].map((id) => TeamId.parse(id))]
const tagSets = [[], ['red'], ['red', 'blue'], ['blue']]

/** One of these; undefined if there is none. */
export const pick = <T>(from: readonly T[], number: number): T | undefined => from[number % Math.max(1, from.length)]
export const sure = <T>(from: readonly T[], number: number): T => {
  const chosen = pick(from, number)
  if (chosen === undefined) throw new Error('There is nothing to choose from.')
  return chosen
}

/** What a ticket may be. */
export const fieldsFrom = (a: number, b: number): Fields => ({
  title: sure(titles, a),
  status: sure(statuses, a >> 2),
  priority: sure(priorities, b),
  assigned_to: sure([null, ...people], b >> 2),
  team_id: sure(teams, a >> 4),
  tags: sure(tagSets, b >> 4),
})

/** One field, or several at once. */
export const changeFrom = (a: number, b: number): Partial<Fields> => {
  const { title, priority, assigned_to, team_id, tags } = fieldsFrom(a, b)
  return sure(
    [
      { title },
      { priority },
      { assigned_to },
      { team_id },
      { tags },
      { title, assigned_to },
      { priority, tags, assigned_to },
    ],
    a >> 5,
  )
}

/** Any of these, or who follows it, or until when it is put aside. */
export const anyChangeFrom = (a: number, b: number) =>
  sure(
    [
      changeFrom(a, b),
      changeFrom(a, b),
      { watcher_ids: people.filter((_, index) => (b >> index) % 2 === 0) },
      { snoozed_until: sure(moments, b) },
      { links: b % 3 === 0 ? [] : [{ kind: sure(TicketLinkKind.options, b), ticket_id: TicketId.parse(1 + (b % 4)) }] },
      { took_in: b % 2 === 0 ? [] : [TicketId.parse(1 + (b % 4))] },
    ],
    a >> 8,
  )

/** Until when a ticket may be put aside. */
export const moments = ['2026-02-01T09:00:00.000Z', '2026-02-02T09:00:00.000Z', null]

export const ticketOf = ({ desk }: Tab, a: number) => pick([...desk.tickets.values()], a)
export const chatOf = ({ desk }: Tab, a: number) => pick([...desk.chats.values()].slice(0, 4), a)
/** A chat that someone is in. */
export const talkOf = ({ desk }: Tab, a: number) =>
  pick([...desk.chats.values()].filter(({ id }) => desk.membersOf(id).length > 0).slice(0, 4), a)
export const memberOf = ({ desk }: Tab, chat: ChatId, a: number) => pick(desk.membersOf(chat), a)?.user
