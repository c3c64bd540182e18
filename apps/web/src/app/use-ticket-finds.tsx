import { useDebouncedValue } from '@mantine/hooks'
import { useSearch } from '../tickets/search-api.ts'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import type { Find } from './find.ts'

const most = 7
const everything = {}

/** Tickets that fit some words or a number best, also by what was said in them; asked for once the person pauses. */
export const useTicketFinds = (query: string): { readonly finds: readonly Find[]; readonly isLooking: boolean } => {
  const words = query.trim()
  const [asked] = useDebouncedValue(words, 120)
  const { currentData, isFetching } = useSearch(asked, everything)
  const hits = words === '' ? [] : (currentData?.pages[0]?.items ?? []).slice(0, most)
  const finds = hits.map(({ ticket: { id, title, status }, title: marked, messages: [message] }) => ({
    id: `ticket ${id}`,
    label: `#${id} ${title}`,
    aside: <StatusBadge status={status} />,
    // What only a message says opens at that message.
    to: message && !marked.some(({ hit }) => hit) ? `/tickets/${id}?message=${message.id}` : `/tickets/${id}`,
  }))
  return { finds, isLooking: asked !== words || isFetching }
}
