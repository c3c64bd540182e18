import {
  ChatId,
  RequesterId,
  TeamId,
  type Ticket,
  TicketId,
  TicketPriority,
  TicketStatus,
  UserId,
} from '@livedesk/events'
import fc from 'fast-check'

export const anna = UserId.parse(1)
export const boris = UserId.parse(2)
export const hardware = TeamId.parse(3)
export const billing = TeamId.parse(4)

/** A ticket, with what a test wants otherwise. */
export const ticketOf = (change: Partial<Ticket> = {}): Ticket => ({
  id: TicketId.parse(7),
  title: 'Printer on fire',
  status: 'new',
  priority: 'normal',
  assigned_to: null,
  team_id: null,
  requester: { id: RequesterId.parse(31), name: 'Olga Smirnova', email: 'olga@example.com' },
  tags: [],
  watcher_ids: [],
  snoozed_until: null,
  links: [],
  merged_into: null,
  took_in: [],
  chat_id: ChatId.parse(7),
  message_count: 1,
  version: 1,
  created_at: '2026-11-22T09:00:00.000Z',
  updated_at: '2026-11-22T09:00:00.000Z',
  ...change,
})

// Few values, so that tickets often share one.
const moment = fc.integer({ min: 0, max: 3 }).map((minute) => `2026-11-22T09:0${minute}:00.000Z`)

/** Any tickets, no two with the same id. */
export const tickets = fc.uniqueArray(
  fc
    .record({
      id: fc.integer({ min: 1, max: 50 }).map((id) => TicketId.parse(id)),
      title: fc.constantFrom('Printer on fire', 'Принтер горит', 'Invoice 7', 'STRASSE'),
      status: fc.constantFrom(...TicketStatus.options),
      priority: fc.constantFrom(...TicketPriority.options),
      assigned_to: fc.constantFrom(null, anna, boris),
      team_id: fc.constantFrom(null, hardware, billing),
      tags: fc.subarray(['vip', 'printer', 'billing']),
      snoozed_until: fc.constantFrom(null, null, '2026-12-01T09:00:00.000Z'),
      created_at: moment,
      updated_at: moment,
    })
    .map(ticketOf),
  { selector: ({ id }) => id, maxLength: 12 },
)

export const ticket = tickets.filter((some) => some.length > 0).map(([first]) => first ?? ticketOf())
