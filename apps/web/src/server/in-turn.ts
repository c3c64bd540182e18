const last = new Map<string, Promise<unknown>>()

/** Does things with one name one after the other, in the order they were asked for. */
export const inTurn = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
  const before = last.get(name)
  const mine = (async () => {
    await before?.catch(() => undefined)
    return work()
  })()
  last.set(name, mine)
  try {
    return await mine
  } finally {
    if (last.get(name) === mine) last.delete(name)
  }
}
