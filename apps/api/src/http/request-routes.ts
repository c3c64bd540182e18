import { z } from 'zod'
import type { Transact } from '../live/transact.ts'
import { IdempotencyKey, withdrawRequest } from './once.ts'
import { done, remove } from './route.ts'

/** What callers asked before, as they know it: by the `Idempotency-Key` it came with. */
export const requestRoutes = ({ tx }: { readonly tx: Transact }) => [
  remove(
    '/requests/:key',
    {
      summary:
        'Withdraw a request whose answer you did not get: it is not done from now on, or you are told what it did',
      params: z.object({ key: IdempotencyKey }),
      answers: { 204: null },
      problems: ['done_already'],
    },
    async ({ actor, params: { key } }) => {
      await tx((tx) => withdrawRequest(tx, actor.id, key))
      return done()
    },
  ),
]
