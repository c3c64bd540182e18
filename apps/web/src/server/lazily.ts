import { type ComponentType, lazy } from 'react'

/** A component that is loaded when it is first drawn, or when the browser has nothing else to do, whichever comes first. */
export const lazily = <Props extends object>(load: () => Promise<ComponentType<Props>>) => {
  // Too early to matter: it is tried again when it is drawn.
  whenIdle(() => void load().catch(() => {}))
  return lazy(async () => ({ default: await orBeginAnew(load) }))
}

/**
 * What could not be loaded is tried again when the desk answers. A browser may remember that it once failed to load a module,
 * and a desk that was renewed has other ones: then a new page has it, where all that was written and is unsent waits.
 */
const orBeginAnew = <T>(load: () => Promise<T>): Promise<T> =>
  load().catch(async () => {
    await deskAnswers()
    return load().catch(async (fault: unknown) => {
      if (hasJustBegun()) throw fault
      await nobodyWrites()
      location.reload()
      // The page goes: nothing more is drawn in it.
      return new Promise<T>(() => {})
    })
  })

const deskAnswers = async () => {
  for (let pause = 500; ; pause = Math.min(2 * pause, 8000)) {
    const answer = await fetch('/', { method: 'HEAD', cache: 'no-store' }).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => {
      setTimeout(resolve, pause)
      addEventListener('online', resolve, { once: true })
    })
  }
}

/** A page that was loaded anew so short a time ago, in milliseconds, would not have it the next time either. */
const recently = 30_000
const hasJustBegun = () =>
  performance.now() < recently &&
  performance
    .getEntriesByType('navigation')
    .some((entry) => entry instanceof PerformanceNavigationTiming && entry.type === 'reload')

/** A page is not taken from under someone's words, though they are kept. */
const nobodyWrites = async () => {
  while (document.activeElement?.matches('input, textarea, [contenteditable=true]'))
    await new Promise((resolve) => addEventListener('focusout', () => setTimeout(resolve), { once: true }))
}

// Safari has no idle callback.
const whenIdle = (run: () => void) =>
  'requestIdleCallback' in globalThis ? requestIdleCallback(run, { timeout: 5000 }) : setTimeout(run, 2000)
