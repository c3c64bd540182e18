import type { Shelf } from '../src/server/shelf.ts'

/** What a browser keeps, in the test's hands: several tabs may have it, and it outlives them. */
export const heldShelf = (): Shelf => {
  const kept = new Map<string, string>()
  const watchers = new Set<() => void>()
  const tell = () => {
    for (const changed of watchers) changed()
  }
  return {
    names: () => [...kept.keys()],
    read: (name) => kept.get(name) ?? null,
    put: (name, text) => {
      kept.set(name, text)
      tell()
    },
    take: (name) => {
      if (kept.delete(name)) tell()
    },
    watch: (changed) => void watchers.add(changed),
  }
}
