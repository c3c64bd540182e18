/** Chance that falls the same way every time: the demo desk is the same desk on every machine. */
export type Dice = {
  /** From 0 up to, and not including, 1. */
  chance(): number
  /** A whole number from `min` to `max`. */
  between(min: number, max: number): number
  /** One of them, of which there must be one. */
  pick<T>(these: readonly T[]): T
  /** All of them, in another order. */
  shuffle<T>(these: readonly T[]): T[]
}

// Mulberry32: small, and even enough for a demo.
export const openDice = (seed: number): Dice => {
  let state = seed
  const chance = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (min: number, max: number) => min + Math.floor(chance() * (max - min + 1))
  return {
    chance,
    between,
    pick: (these) => nth(these, between(0, these.length - 1)),
    shuffle: (these) =>
      these
        .map((one) => ({ one, place: chance() }))
        .toSorted((a, b) => a.place - b.place)
        .map(({ one }) => one),
  }
}

/** The one at a place, counting on from the start when there are no more. */
export const nth = <T>(these: readonly T[], place: number): T => {
  const one = these[place % these.length]
  if (one === undefined) throw new Error('There is nothing to choose from.')
  return one
}
