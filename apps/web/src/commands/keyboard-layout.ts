import { useSyncExternalStore } from 'react'

/** What each key writes, by its place. */
export type Layout = ReadonlyMap<string, string>

declare global {
  interface Navigator {
    /** Chromium tells; other browsers do not. */
    readonly keyboard?: { readonly getLayoutMap: () => Promise<Layout> }
  }
}

let layout: Layout = new Map()
const listeners = new Set<() => void>()

const keep = (told: Layout) => {
  layout = told
  for (const listener of listeners) listener()
}

// A frame of another page may not ask.
const readLayout = () => void navigator.keyboard?.getLayoutMap().then(keep, () => {})

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  // Another layout is chosen outside the browser, mostly.
  addEventListener('focus', readLayout)
  if (layout.size === 0) readLayout()
  return () => {
    listeners.delete(listener)
    removeEventListener('focus', readLayout)
  }
}

/** This person's keyboard, as far as the browser tells; empty where it does not. */
export const useKeyboardLayout = () => useSyncExternalStore(subscribe, () => layout)
