import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

/** State that this browser remembers. What does not fit (an older build wrote it, or a person did) is the initial value. */
export const useStored = <T>(key: string, initial: T, fits: (value: unknown) => value is T) => {
  const text = useSyncExternalStore(subscribe, () => localStorage.getItem(key))
  const value = text === null ? initial : parseStored(text, initial, fits)
  const set = (next: T) => {
    localStorage.setItem(key, JSON.stringify(next))
    for (const listener of listeners) listener()
  }
  return [value, set] as const
}

/** Reads what was stored; exported for its test. */
export const parseStored = <T>(text: string, initial: T, fits: (value: unknown) => value is T): T => {
  try {
    const value: unknown = JSON.parse(text)
    return fits(value) ? value : initial
  } catch {
    return initial
  }
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', listener)
  }
}
