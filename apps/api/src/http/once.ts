import { createHash } from 'node:crypto'
import type { Request } from 'express'
import type { z } from 'zod'
import type { Tx } from '../live/outbox.ts'
import { Problem } from '../problem.ts'
import type { Actor } from './route.ts'

type Asked = { readonly actor: Actor; readonly body: unknown; readonly request: Request }

/**
 * Does what a request asks for once: a retry with the same `Idempotency-Key` is given the same answer and does nothing, and one
 * that is under way is waited for. The key belongs to the person and is kept for a day. Without a key, it just does it.
 */
export const once = async <S extends z.ZodType>(
  tx: Tx,
  asked: Asked,
  schema: S,
  work: () => Promise<z.output<S>>,
): Promise<z.output<S>> => {
  const key = keyOf(asked.request)
  if (key === undefined) return work()

  const { id } = asked.actor
  const requestHash = hashOf(asked)
  const isFirst = await claim(tx, id, key, requestHash)
  if (!isFirst) {
    const earlier = await read(tx, id, key)
    if (!earlier.request_hash.equals(requestHash)) {
      throw new Problem(
        'key_reused',
        'That Idempotency-Key came with another request: use a new one for each thing to do.',
      )
    }
    return schema.parse(earlier.answer)
  }
  const answer = await work()
  await keep(tx, id, key, answer)
  return answer
}

const keyOf = (request: Request) => {
  const key = request.get('Idempotency-Key')
  if (key !== undefined && !/^[\x21-\x7e]{1,255}$/u.test(key)) {
    throw new Problem('bad_request', 'An Idempotency-Key is 1 to 255 visible ASCII characters.')
  }
  return key
}

const hashOf = ({ request, body }: Asked) =>
  createHash('sha256')
    .update(JSON.stringify([request.method, request.originalUrl, body]))
    .digest()

const claim = async (tx: Tx, userId: Actor['id'], key: string, requestHash: Buffer) => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('idempotency_keys')
    .values({ user_id: userId, key, request_hash: requestHash })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

const read = (tx: Tx, userId: Actor['id'], key: string) =>
  tx
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'answer'])
    .where('user_id', '=', userId)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()

const keep = (tx: Tx, userId: Actor['id'], key: string, answer: unknown) =>
  tx
    .updateTable('idempotency_keys')
    .set({ answer: JSON.stringify(answer) })
    .where('user_id', '=', userId)
    .where('key', '=', key)
    .execute()
