import { z } from 'zod'
import { useStored } from '../ui/use-stored.ts'

const kept = 8

/** What this person looked for of late, the latest first: kept in this browser. */
export const useRecentSearches = () => {
  const [recent, store] = useStored('livedesk.searches', z.array(z.string().max(400)).max(kept), [])
  return {
    recent,
    remember: (q: string) => {
      const words = q.trim()
      if (words !== '') store([words, ...recent.filter((other) => other !== words)].slice(0, kept))
    },
    forget: () => store([]),
  }
}
