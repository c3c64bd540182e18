/** What is locked is let go of when its tab or worker ends, however it ends: so whoever waits for a lock hears of an end. */
type Locks = Pick<LockManager, 'request'>

/** Holds a lock that nobody else asks for while it is held; resolves when it is held, with what lets go of it. */
export const hold = (locks: Locks, name: string): Promise<() => void> =>
  new Promise((resolve) => {
    const { promise: isLetGo, resolve: letGo } = Promise.withResolvers<void>()
    void locks.request(name, () => {
      resolve(letGo)
      return isLetGo
    })
  })

/** Runs something once nobody holds this lock any more, unless that is cancelled before. */
export const whenFree = (locks: Locks, name: string, then: () => void) => {
  const waiting = new AbortController()
  locks
    .request(name, { mode: 'shared', signal: waiting.signal }, () => {
      // Cancelled while it was being granted.
      if (!waiting.signal.aborted) then()
    })
    .catch((error: unknown) => {
      if (!waiting.signal.aborted) throw error
    })
  return () => waiting.abort()
}

/** Runs something while no other tab of this browser runs its like; in a browser without locks, whenever it is asked for. */
export const aloneAs =
  (locks: LockManager | undefined, name: string) =>
  async (run: () => Promise<void>): Promise<void> => {
    await (locks ? locks.request(name, run) : run())
  }

/** A name that nothing else has. */
export const aName = (of: string) => `${of} ${crypto.getRandomValues(new Uint32Array(3)).join('.')}`
