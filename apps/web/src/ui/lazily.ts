import { type ComponentType, lazy } from 'react'

/** A component that is loaded when it is first drawn, or when the browser has nothing else to do, whichever comes first. */
export const lazily = <Props extends object>(load: () => Promise<ComponentType<Props>>) => {
  const loadDefault = async () => ({ default: await whenOnline(load) })
  // Too early to matter: it is tried again when it is drawn.
  whenIdle(() => void loadDefault().catch(() => {}))
  return lazy(loadDefault)
}

const pauses = [500, 1000, 2000, 4000]

/**
 * What could not be loaded for want of a network is loaded when there is one: the page waits, and does not break. A network
 * that has just come back may say so before it is true.
 */
const whenOnline = async <T>(load: () => Promise<T>, tries = 0): Promise<T> => {
  try {
    return await load()
  } catch (fault) {
    const pause = pauses[tries]
    if (navigator.onLine && pause === undefined) throw fault
    await new Promise((resolve) => {
      if (navigator.onLine) setTimeout(resolve, pause)
      else addEventListener('online', resolve, { once: true })
    })
    return whenOnline(load, tries + 1)
  }
}

// Safari has no idle callback.
const whenIdle = (run: () => void) =>
  'requestIdleCallback' in globalThis ? requestIdleCallback(run, { timeout: 5000 }) : setTimeout(run, 2000)
