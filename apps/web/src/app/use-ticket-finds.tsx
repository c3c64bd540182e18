import { skipToken } from '@reduxjs/toolkit/query'
import { useDebouncedValue } from '@mantine/hooks'
import { useTicketsInfiniteQuery } from '../tickets/tickets-api.ts'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import type { Find } from './find.ts'

const most = 7

/** Tickets that fit some words or a number, asked for once the person pauses. */
export const useTicketFinds = (query: string): { readonly finds: readonly Find[]; readonly isLooking: boolean } => {
  const words = query.trim()
  const [asked] = useDebouncedValue(words, 120)
  const { currentData, isFetching } = useTicketsInfiniteQuery(
    asked === '' ? skipToken : { filter: { q: asked }, sort: '-updated_at' },
  )
  const tickets = words === '' ? [] : (currentData?.pages[0]?.items ?? []).slice(0, most)
  const finds = tickets.map(({ id, title, status }) => ({
    id: `ticket ${id}`,
    label: `#${id} ${title}`,
    aside: <StatusBadge status={status} />,
    to: `/tickets/${id}`,
  }))
  return { finds, isLooking: asked !== words || isFetching }
}
