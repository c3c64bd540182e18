import type { CannedReply } from '@livedesk/events'
import type { Snippet, Snippets } from '../writing/written.ts'
import { useCannedRepliesQuery } from '../canned/canned-api.ts'

/** Canned replies as they are found by typing: those whose name begins so come first, then those that have it anywhere. */
export const useTypedCanned = (onTake: (canned: CannedReply) => void): Snippets => {
  const { data } = useCannedRepliesQuery()
  const all = data?.items ?? []

  return {
    find: (query) => {
      const wanted = query.toLowerCase()
      const rankOf = (name: string) => {
        const at = name.toLowerCase().indexOf(wanted)
        return at === 0 ? 0 : at > 0 ? 1 : 2
      }
      return all
        .filter(({ name }) => rankOf(name) < 2)
        .toSorted((a, b) => rankOf(a.name) - rankOf(b.name))
        .map(({ id, name, body }): Snippet => ({ id, name, words: body }))
    },
    take: ({ id }) => {
      const canned = all.find((one) => one.id === id)
      if (canned) onTake(canned)
    },
  }
}
