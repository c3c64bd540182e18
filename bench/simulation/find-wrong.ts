import type { Violation } from '../chaos/check.ts'
import { simulate } from './simulate.ts'

const actsOfADesk = 60

type Found = {
  /** The first desk that broke a promise, and how; undefined if none did. */
  readonly wrong:
    | { readonly seed: number; readonly acts: number; readonly violations: readonly Violation[] }
    | undefined
  readonly deliveries: number
  /** How often tabs were told to load anew, by reason. */
  readonly resyncs: Readonly<Record<string, number>>
}

/** Plays through the desks of consecutive seeds, until one of them breaks a promise: then with as few acts as show it. */
export const findWrong = async (from: number, desks: number): Promise<Found> => {
  let deliveries = 0
  const resyncs: Record<string, number> = {}
  for (let seed = from; seed < from + desks; seed += 1) {
    const verdict = await simulate(seed, actsOfADesk)
    deliveries += verdict.deliveries
    for (const [reason, count] of Object.entries(verdict.resyncs)) resyncs[reason] = (resyncs[reason] ?? 0) + count
    if (verdict.violations.length > 0) return { wrong: await smallest(seed), deliveries, resyncs }
  }
  return { wrong: undefined, deliveries, resyncs }
}

const smallest = async (seed: number) => {
  for (let acts = 1; ; acts += 1) {
    const { violations } = await simulate(seed, acts)
    if (violations.length > 0 || acts === actsOfADesk) return { seed, acts, violations }
  }
}
