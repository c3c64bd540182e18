import { Follower } from '@livedesk/api/src/live/follower.ts'
import { Tail } from '@livedesk/api/src/live/tail.ts'
import { expect, onTestFinished, test, vi } from 'vitest'
import { SimulatedDatabase } from '../simulation/database.ts'
import { findWrong } from '../simulation/find-wrong.ts'

/** More: `pnpm simulate --desks 20000`. */
const desks = 500
const anySeed = Math.floor(Math.random() * 2 ** 31)

test(
  `[D1, D2, D3, D6] the delivery of the workers, in every order of answers, cuts and crashes, gives each tab its own, once, in order (from seed ${anySeed})`,
  { timeout: 60_000 + desks * 200 },
  async () => {
    const { wrong, deliveries } = await findWrong(anySeed, desks)

    expect(wrong).toBeUndefined()
    expect(deliveries).toBeGreaterThan(desks * 100)
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

  const { wrong } = await findWrong(1, 300)

  expect(wrong?.violations.map(({ words }) => words).join('\n')).toMatch(says)
})
