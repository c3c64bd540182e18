import { searchedNumber, searchWords, type Span, type TicketFilter } from '@livedesk/queue'
import { type Expression, expressionBuilder, sql, type SqlBool } from 'kysely'
import type { Database } from '../db/schema.ts'
import { likePart } from './search-words.ts'

/** The queue's filter as SQL: true of exactly the tickets that `matches` is true of. */
export const isIn = ({
  status,
  priority,
  assigned_to,
  team_id,
  requester_id,
  created_at,
  updated_at,
  tags,
  snoozed,
  q,
}: TicketFilter): Expression<SqlBool> =>
  tickets.and([
    ...(status ? [tickets('tickets.status', 'in', status)] : []),
    ...(priority ? [tickets('tickets.priority', 'in', priority)] : []),
    ...(assigned_to ? [isAssignedTo(assigned_to)] : []),
    ...(team_id ? [isOfTeam(team_id)] : []),
    ...(requester_id ? [tickets('tickets.requester_id', 'in', requester_id)] : []),
    ...(created_at ? isWithin('tickets.created_at', created_at) : []),
    ...(updated_at ? isWithin('tickets.updated_at', updated_at) : []),
    ...(tags ? [tickets('tickets.tags', '@>', tickets.val(tags))] : []),
    ...(snoozed === undefined ? [] : [tickets('tickets.snoozed_until', snoozed ? 'is not' : 'is', null)]),
    ...(q === undefined ? [] : [saysWords(q)]),
  ])

const tickets = expressionBuilder<Database, 'tickets'>()

const isAssignedTo = (people: NonNullable<TicketFilter['assigned_to']>) => {
  const ids = people.filter((person) => person !== 'none')
  return tickets.or([
    ...(ids.length > 0 ? [tickets('tickets.assigned_to', 'in', ids)] : []),
    ...(people.includes('none') ? [tickets('tickets.assigned_to', 'is', null)] : []),
  ])
}

const isOfTeam = (teams: NonNullable<TicketFilter['team_id']>) => {
  const ids = teams.filter((team) => team !== 'none')
  return tickets.or([
    ...(ids.length > 0 ? [tickets('tickets.team_id', 'in', ids)] : []),
    ...(teams.includes('none') ? [tickets('tickets.team_id', 'is', null)] : []),
  ])
}

const isWithin = (moment: 'tickets.created_at' | 'tickets.updated_at', { from, before }: Span) => [
  ...(from === undefined ? [] : [tickets(moment, '>=', from)]),
  ...(before === undefined ? [] : [tickets(moment, '<', before)]),
]

const saysWords = (q: string) => {
  const number = searchedNumber(q)
  const says = tickets.and(searchWords(q).map((word) => tickets('tickets.search_text', 'like', likePart(word))))
  return number === undefined ? says : tickets.or([sql<SqlBool>`tickets.id = ${number}`, says])
}
