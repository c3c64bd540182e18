import { Notification } from '@livedesk/events'
import { expect, test } from 'vitest'
import { byTicket } from '../../src/notifications/by-ticket.ts'

const about = (ticket_id: number, id: number) =>
  Notification.parse({
    id,
    kind: 'ticket_message_posted',
    ticket_id,
    title: `Ticket ${ticket_id}`,
    actor_id: null,
    read: false,
    created_at: '2026-11-24T10:00:00.000Z',
  })

test('a ticket stands once, where the newest of it does, with what came before', () => {
  const [third, second, other, first] = [about(7, 9), about(7, 8), about(5, 4), about(7, 2)]

  expect(byTicket([third, second, other, first])).toEqual([
    { ticketId: 7, newest: third, older: [second, first] },
    { ticketId: 5, newest: other, older: [] },
  ])
  expect(byTicket([])).toEqual([])
})
