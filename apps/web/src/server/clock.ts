/** Time as the connection sees it, so that a test can own it. `after` gives back what cancels it. */
export type Clock = {
  readonly now: () => number
  readonly after: (ms: number, run: () => void) => () => void
}

export const realClock: Clock = {
  now: Date.now,
  after: (ms, run) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}
