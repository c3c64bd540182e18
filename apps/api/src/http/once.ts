import { createHash } from 'node:crypto'
import type { Request } from 'express'
import { z } from 'zod'
import type { Tx } from '../live/outbox.ts'
import { Problem } from '../problem.ts'
import type { Actor } from './route.ts'

type Asked = { readonly actor: Actor; readonly body: unknown; readonly request: Request }

const rule = 'An Idempotency-Key is 1 to 255 visible ASCII characters.'

/** What makes a retry of a request known as one: chosen by the caller, one for each thing to do. */
export const IdempotencyKey = z.string().regex(/^[\x21-\x7e]{1,255}$/u, rule)

/**
 * Does what a request asks for once: a retry with the same `Idempotency-Key` is given the same answer and does nothing, and one
 * that is under way is waited for. The key belongs to the person and is kept for a week. Without a key, it just does it.
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
    if (earlier.request_hash === null) throw new Problem('withdrawn', 'You withdrew this request before it came.')
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

/**
 * Sees to it that a request is not done from now on, even if it comes later; one that is under way is waited for. What was done
 * already is not undone: its answer is told.
 */
export const withdrawRequest = async (tx: Tx, userId: Actor['id'], key: string) => {
  if (await claim(tx, userId, key, null)) return
  const { request_hash: requestHash, answer } = await read(tx, userId, key)
  if (requestHash !== null) throw new Problem('done_already', 'That request was answered already.', { answer })
}

const keyOf = (request: Request) => {
  const { data: key, error } = IdempotencyKey.optional().safeParse(request.get('Idempotency-Key'))
  if (error) throw new Problem('bad_request', rule)
  return key
}

const hashOf = ({ request, body }: Asked) =>
  createHash('sha256')
    .update(JSON.stringify([request.method, request.originalUrl, body]))
    .digest()

const claim = async (tx: Tx, userId: Actor['id'], key: string, requestHash: Buffer | null) => {
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
