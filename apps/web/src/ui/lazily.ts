import { type ComponentType, lazy } from 'react'

/** A component that is loaded when it is first drawn, or when the browser has nothing else to do, whichever comes first. */
export const lazily = <Props extends object>(load: () => Promise<ComponentType<Props>>) => {
  const loadDefault = async () => ({ default: await load() })
  whenIdle(() => void loadDefault())
  return lazy(loadDefault)
}

// Safari has no idle callback.
const whenIdle = (run: () => void) =>
  'requestIdleCallback' in globalThis ? requestIdleCallback(run, { timeout: 5000 }) : setTimeout(run, 2000)
