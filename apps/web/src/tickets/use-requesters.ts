import type { Requester, Ticket, TicketMessage } from '@livedesk/events'
import { useSelector } from 'react-redux'
import { shownTicket } from './ticket-queries-api.ts'

type State = Parameters<typeof shownTicket>[0]

/** Who asked, message by message: in a ticket that took in duplicates it may be one of their requesters. */
export const useRequesters = ({ requester, took_in }: Ticket) => {
  const others = useSelector(
    (state: State) => took_in.map((id) => shownTicket(state, id)?.requester),
    (a, b) => a.length === b.length && a.every((one, index) => one === b[index]),
  )
  return ({ author }: TicketMessage): Requester =>
    others.find((other) => author.kind === 'requester' && other?.id === author.id) ?? requester
}
