import { useSyncExternalStore } from 'react'

// What the browser would not store (no room, or storage is forbidden) is kept as long as the page is.
const unstored = new Map<string, string | null>()
const listeners = new Set<() => void>()

/** Text that this browser keeps under a name, the same in every tab. `null` takes it away. */
export const useStoredText = (name: string) => {
  const text = useSyncExternalStore(subscribe, () => readText(name))
  return [text, (next: string | null) => writeText(name, next)] as const
}

/** What this browser keeps under a name now. */
export const readText = (name: string) => {
  const kept = unstored.get(name)
  return kept === undefined ? localStorage.getItem(name) : kept
}

/** Keeps text under a name, for every tab; null takes it away. */
export const writeText = (name: string, text: string | null) => {
  try {
    if (text === null) localStorage.removeItem(name)
    else localStorage.setItem(name, text)
    unstored.delete(name)
  } catch {
    unstored.set(name, text)
  }
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', listener)
  }
}
