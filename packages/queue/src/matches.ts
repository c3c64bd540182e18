import type { Ticket } from '@livedesk/events'
import { isWithin } from './days.ts'
import type { TicketFilter } from './filter.ts'

/** Whether a ticket belongs in a list. Pure; a property test holds it equal to the server's SQL. */
export const matches = (filter: TicketFilter, ticket: Ticket): boolean =>
  (!filter.status || filter.status.includes(ticket.status)) &&
  (!filter.priority || filter.priority.includes(ticket.priority)) &&
  (!filter.assigned_to || filter.assigned_to.includes(ticket.assigned_to ?? 'none')) &&
  (!filter.team_id || filter.team_id.includes(ticket.team_id ?? 'none')) &&
  (!filter.requester_id || filter.requester_id.includes(ticket.requester.id)) &&
  (!filter.created_at || isWithin(filter.created_at, ticket.created_at)) &&
  (!filter.updated_at || isWithin(filter.updated_at, ticket.updated_at)) &&
  (!filter.tags || filter.tags.every((tag) => ticket.tags.includes(tag))) &&
  (filter.snoozed === undefined || filter.snoozed === (ticket.snoozed_until !== null)) &&
  (!filter.q || matchesWords(filter.q, ticket))

/** The text that a ticket's words are looked for in. Postgres keeps the same text in `tickets.search_text`. */
export const searchText = (ticket: Pick<Ticket, 'title' | 'requester'>) =>
  foldCase(`${ticket.title}\n${ticket.requester.name}\n${ticket.requester.email}`)

/** Every word of a search, case folded: each must occur somewhere in the text. */
export const searchWords = (q: string) => foldCase(q).split(/\s+/u).filter(Boolean)

/** The ticket number that a search asks for, if it is one. */
export const searchedNumber = (q: string) => {
  const number = /^#?(\d{1,15})$/u.exec(q.trim())?.[1]
  return number === undefined ? undefined : Number(number)
}

const matchesWords = (q: string, ticket: Ticket) => {
  if (searchedNumber(q) === ticket.id) return true
  const text = searchText(ticket)
  return searchWords(q).every((word) => text.includes(word))
}

/**
 * Unicode's full lower-case mapping, with one Greek sigma instead of two: the same in Postgres (`fold_case`), and part
 * of a word is found wherever in it a sigma stands.
 */
export const foldCase = (text: string) => text.toLowerCase().replaceAll('ς', 'σ')
