import type { Ticket, TicketId, TicketLink, TicketLinkKind, UserId } from '@livedesk/events'
import type { Tx } from '../live/outbox.ts'
import { Problem } from '../problem.ts'
import { holdBoth } from './address.ts'
import { changeTicket, type Notify } from './change.ts'

/** A link as the other of its two tickets says it. */
const mirrored = {
  related: 'related',
  duplicate_of: 'duplicated_by',
  duplicated_by: 'duplicate_of',
  blocks: 'blocked_by',
  blocked_by: 'blocks',
} as const satisfies Record<TicketLinkKind, TicketLinkKind>

const mostLinks = 50

/** Says of two tickets what they have to do with each other, in both of them; null takes back whatever was said. */
export const linkTickets = async (
  tx: Tx,
  ticketId: TicketId,
  otherId: TicketId,
  kind: TicketLinkKind | null,
  actor: UserId,
  notify: Notify,
): Promise<Ticket> => {
  if (kind && ticketId === otherId) throw wrong('A ticket has nothing to do with itself: choose another.')
  const [ticket, other] = await holdBoth(tx, ticketId, otherId)
  if (!other) throw wrong(`There is no ticket ${otherId}.`)

  const links = withLink(ticket, otherId, kind)
  const changed = await changeTicket(tx, ticket, { links }, actor, notify)
  await changeTicket(tx, other, { links: withLink(other, ticketId, kind && mirrored[kind]) }, actor, notify)
  return changed
}

const withLink = ({ id, links }: Ticket, otherId: TicketId, kind: TicketLinkKind | null): TicketLink[] => {
  const place = links.findIndex(({ ticket_id }) => ticket_id === otherId)
  if (!kind) return links.filter(({ ticket_id }) => ticket_id !== otherId)
  const link = { kind, ticket_id: otherId }
  if (place >= 0) return links.with(place, link)
  if (links.length >= mostLinks) throw wrong(`Ticket ${id} has ${mostLinks} links already: take one away first.`)
  return [...links, link]
}

const wrong = (sentence: string) => new Problem('bad_request', sentence, { errors: { ticket_id: sentence } })
