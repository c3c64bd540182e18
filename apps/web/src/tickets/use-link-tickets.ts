import type { Ticket, TicketId, TicketLinkKind } from '@livedesk/events'
import {
  useLinkTicketsMutation,
  useMergeTicketMutation,
  useUnlinkTicketsMutation,
  useUnmergeTicketMutation,
} from './links-api.ts'

type Attempt = (act: () => Promise<{ readonly error?: unknown }>) => void

/** Says what a ticket has to do with others, and takes duplicates in and out. `attempt` tells what went wrong. */
export const useLinkTickets = ({ id }: Ticket, attempt: Attempt) => {
  const [link] = useLinkTicketsMutation()
  const [unlink] = useUnlinkTicketsMutation()
  const [merge] = useMergeTicketMutation()
  const [unmerge] = useUnmergeTicketMutation()

  return {
    link: (kind: TicketLinkKind, ticket_id: TicketId) => attempt(() => link({ id, kind, ticket_id })),
    unlink: (ticket_id: TicketId) => attempt(() => unlink({ id, ticket_id })),
    /** Closes this ticket as a duplicate of another. */
    merge: (into: TicketId) => attempt(() => merge({ id, into })),
    /** Takes a duplicate out again: this ticket, or one that was merged into it. */
    unmerge: (merged: TicketId) => attempt(() => unmerge(merged)),
  }
}
