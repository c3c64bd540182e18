import type { TicketId } from '@livedesk/events'
import { skipToken } from '@reduxjs/toolkit/query'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { useDirectory } from '../ui/directory.ts'
import { neighboursOf } from './neighbours.ts'
import { queueOf, writeQueueAddress } from './queue-address.ts'
import { useConversationInfiniteQuery, useTicketQuery, useTicketsInfiniteQuery } from './tickets-api.ts'
import { useQueueAddress } from './use-queue-address.ts'
import { useCalendar } from './use-calendar.ts'

/**
 * The tickets before and after this one in the list that one came from, and how to go there. The next one is loaded
 * beforehand, with its conversation, and is kept right meanwhile like whatever else is on screen.
 */
export const useNeighbours = (ticketId: TicketId) => {
  const { me } = useDirectory()
  const navigate = useNavigate()
  const [address] = useQueueAddress()
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = useTicketsInfiniteQuery(
    queueOf(address, me.id, useCalendar()),
  )
  const ids = data?.pages.flatMap(({ items }) => items.map(({ id }) => id)) ?? []
  const [place, setPlace] = useState(0)
  const index = ids.indexOf(ticketId)
  if (index >= 0 && index !== place) setPlace(index)

  const { previous, next } = neighboursOf(ids, ticketId, place)
  useTicketQuery(next ?? skipToken)
  useConversationInfiniteQuery(next ?? skipToken)
  const isAtEnd = data !== undefined && next === undefined && hasNextPage && !isFetching && !isError
  useEffect(() => {
    if (isAtEnd) void fetchNextPage()
  }, [isAtEnd, fetchNextPage])

  const wayTo = (id: TicketId | undefined) =>
    id === undefined
      ? undefined
      : () => void navigate({ pathname: `/tickets/${id}`, search: writeQueueAddress(address) })
  return { toPrevious: wayTo(previous), toNext: wayTo(next) }
}
