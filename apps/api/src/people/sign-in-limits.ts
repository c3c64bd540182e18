import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { Problem } from '../problem.ts'

const window = 15 * 60
const triesOfOne = 10
const triesOfAddress = 100

/** Counts tried sign-ins for all workers together. */
export type SignInLimits = {
  /** Counts a try, or throws `too_many_requests` when there were too many. */
  tried(address: string, email: string): Promise<void>
  /** It was them: the tries are forgotten. */
  succeeded(address: string, email: string): Promise<void>
}

/** Few tries for one e-mail from one address, and more, but not many, from one address. */
export const openSignInLimits = (pool: Pool): SignInLimits => {
  const limiter = (keyPrefix: string, points: number) =>
    new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      tableName: 'sign_in_attempts',
      tableCreated: true,
      keyPrefix,
      points,
      duration: window,
      inMemoryBlockOnConsumed: points,
      clearExpiredByTimeout: true,
    })
  const ofOne = limiter('one', triesOfOne)
  const ofAddress = limiter('address', triesOfAddress)
  return {
    async tried(address, email) {
      try {
        await ofAddress.consume(address)
        await ofOne.consume(nameOf(address, email))
      } catch (rejected) {
        if (!(rejected instanceof RateLimiterRes)) throw rejected
        const seconds = Math.ceil(rejected.msBeforeNext / 1000)
        throw new Problem('too_many_requests', `There were too many tries to sign in. Wait ${seconds} seconds.`, {
          headers: { 'Retry-After': String(seconds) },
        })
      }
    },
    async succeeded(address, email) {
      await ofAddress.reward(address)
      await ofOne.delete(nameOf(address, email))
    },
  }
}

const nameOf = (address: string, email: string) =>
  createHash('sha256').update(`${address}\n${email.toLowerCase()}`).digest('base64url')
