import type { Ticket } from '@livedesk/events'
import { skipToken } from '@reduxjs/toolkit/query'
import { requesterTickets } from './requester-tickets.ts'
import { useTicketsInfiniteQuery } from './tickets-api.ts'

const most = 8

/** Tickets that fit some words, but this one; without words those of the same requester, who often asks twice. */
export const useOtherTickets = ({ id, requester }: Ticket, q: string, isAsked: boolean): readonly Ticket[] => {
  const words = q.trim()
  const asked = words === '' ? requesterTickets(requester.id) : { filter: { q: words }, sort: '-updated_at' as const }
  const { data } = useTicketsInfiniteQuery(isAsked ? asked : skipToken)
  const found = data?.pages.flatMap(({ items }) => items) ?? []
  return found.filter((ticket) => ticket.id !== id).slice(0, most)
}
