import { z } from 'zod'
import { useStored } from '../ui/use-stored.ts'
import type { Find } from './find.ts'

const RecentPlaces = z.array(z.object({ id: z.string(), label: z.string(), to: z.string() }))
type RecentPlaces = z.output<typeof RecentPlaces>

const most = 5
const none: RecentPlaces = []

/** The places that this person went to by the palette, the last one first, and how one more is remembered. */
export const useRecentPlaces = () => {
  const [places, store] = useStored('livedesk.recent', RecentPlaces, none)
  const remember = (find: Find) => {
    if (!('to' in find)) return
    const { id, label, to } = find
    store([{ id, label, to }, ...places.filter((place) => place.id !== id)].slice(0, most))
  }
  return [places, remember] as const
}
