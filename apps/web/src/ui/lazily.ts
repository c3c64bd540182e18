import { type ComponentType, lazy } from 'react'

/** A component that is loaded when it is first drawn, or when the browser has nothing else to do, whichever comes first. */
export const lazily = <Props extends object>(load: () => Promise<ComponentType<Props>>) => {
  const loadDefault = async () => ({ default: await whenOnline(load) })
  // Too early to matter: it is tried again when it is drawn.
  whenIdle(() => void loadDefault().catch(() => {}))
  return lazy(loadDefault)
}

/** What could not be loaded for want of a network is loaded when there is one: the page waits, and does not break. */
const whenOnline = async <T>(load: () => Promise<T>): Promise<T> => {
  try {
    return await load()
  } catch (fault) {
    if (navigator.onLine) throw fault
    await new Promise((resolve) => addEventListener('online', resolve, { once: true }))
    return load()
  }
}

// Safari has no idle callback.
const whenIdle = (run: () => void) =>
  'requestIdleCallback' in globalThis ? requestIdleCallback(run, { timeout: 5000 }) : setTimeout(run, 2000)
