/** Chances that a seed decides: the same seed throws the same dice. */
export type Dice = {
  /** A number from 0 up to, but not including, 1. */
  next(): number
  /** A whole number of a range, both ends included. */
  between(first: number, last: number): number
  /** True this often. */
  chance(of: number): boolean
  pick<T>(from: readonly [T, ...T[]]): T
  /** Dice of their own for someone, so that what others throw does not change what they get. */
  for(name: string): Dice
}

export const openDice = (seed: number): Dice => {
  let state = seed | 0
  // mulberry32
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (first: number, last: number) => first + Math.floor(next() * (last - first + 1))
  return {
    next,
    between,
    chance: (of) => next() < of,
    pick: (from) => from[between(0, from.length - 1)] ?? from[0],
    for: (name) => openDice(hash(name, seed)),
  }
}

const hash = (name: string, seed: number) => {
  let value = seed ^ 0x9e3779b9
  for (const character of name) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x85ebca6b) ^ (value >>> 13)
  return value
}
