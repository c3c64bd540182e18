import type { Ticket } from '@livedesk/events'
import { skipToken } from '@reduxjs/toolkit/query'
import { useDirectory } from '../ui/directory.ts'
import { useActivityInfiniteQuery } from './tickets-api.ts'

/** The name of whoever changed a ticket last; undefined until that is known. */
export const useChanger = (ticket: Ticket | undefined) => {
  const { person } = useDirectory()
  const { data } = useActivityInfiniteQuery(ticket?.id ?? skipToken)
  const last = data?.pages[0]?.items[0]
  return last && last.actor_id !== null ? person(last.actor_id)?.name : undefined
}
