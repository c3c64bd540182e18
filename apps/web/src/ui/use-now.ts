import { useSyncExternalStore } from 'react'

const period = 20_000
const listeners = new Set<() => void>()
let now = Date.now()
let timer: ReturnType<typeof setInterval> | undefined

/** The time, to within twenty seconds. One clock for the whole page, which stands still while nobody reads it. */
export const useNow = () => useFromNow((time) => time)

/** What follows from the time: whoever reads it draws anew only when that changes. */
export const useFromNow = <T extends string | number>(of: (now: number) => T) =>
  useSyncExternalStore(subscribe, () => of(now))

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  timer ??= setInterval(tick, period)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

const tick = () => {
  now = Date.now()
  for (const listener of listeners) listener()
}
