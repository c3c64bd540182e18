import { Follower } from '@livedesk/api/src/live/follower.ts'
import { Tail } from '@livedesk/api/src/live/tail.ts'
import { expect, onTestFinished, test, vi } from 'vitest'
import { SimulatedDatabase } from '../simulation/database.ts'
import { simulate } from '../simulation/simulate.ts'

/** How many desks are played through; more by `SIMULATIONS=20000`. */
const runs = Number(process.env['SIMULATIONS'] ?? 500)
const acts = 60
const anySeed = Math.floor(Math.random() * 2 ** 31)

/** The first of so many seeds whose desk breaks a promise, and how. */
const firstWrong = async (from: number, count: number) => {
  let deliveries = 0
  for (let seed = from; seed < from + count; seed += 1) {
    const verdict = await simulate(seed, acts)
    deliveries += verdict.deliveries
    if (verdict.violations.length > 0) return { seed, deliveries, violations: verdict.violations.slice(0, 10) }
  }
  return { seed: undefined, deliveries, violations: [] }
}

test(
  `[D1, D2, D3, D6] the delivery of the workers, in every order of answers, cuts and crashes, gives each tab its own, once, in order (from seed ${anySeed})`,
  { timeout: 60_000 + runs * 200 },
  async () => {
    const { deliveries, ...found } = await firstWrong(anySeed, runs)

    expect(found).toEqual({ seed: undefined, violations: [] })
    expect(deliveries).toBeGreaterThan(runs * 100)
  },
)

test.for([
  {
    mistake: 'what a crash took back is believed',
    make: () => vi.spyOn(Follower.prototype, 'isLost').mockReturnValue(false),
    says: /load anew \(pruned\), and nothing in this run allows that|which was lost in a crash|which it may not/u,
  },
  {
    mistake: 'memory is taken for the whole log',
    make: () => vi.spyOn(Tail.prototype, 'covers').mockReturnValue(true),
    says: /missed|had not heard|never heard/u,
  },
  {
    mistake: 'nobody asks whether a session has ended',
    make: () => vi.spyOn(SimulatedDatabase.prototype, 'ended').mockReturnValue(false),
    says: /after its session ended/u,
  },
])('a desk is seen to break its promises where $mistake', { timeout: 60_000 }, async ({ make, says }) => {
  const spy = make()
  onTestFinished(() => spy.mockRestore())

  const { violations } = await firstWrong(1, 300)

  expect(violations.map(({ words }) => words).join('\n')).toMatch(says)
})
