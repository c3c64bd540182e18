import type { UserId } from '@livedesk/events'
import { CreateToken, NewToken, TokenList } from '@livedesk/resources'
import { z } from 'zod'
import type { Db } from '../db/pool.ts'
import { idFrom } from '../http/parse.ts'
import { created, done, get, ok, post, remove } from '../http/route.ts'
import { endSession, type Tx } from '../live/outbox.ts'
import type { Transact } from '../live/transact.ts'
import { Problem } from '../problem.ts'
import { newSecret } from './keys.ts'

const TokenAddress = z.object({ tokenId: idFrom(z.int().positive()) })

/** Keys for scripts: each acts as the person who made it. */
export const tokenRoutes = ({ db, tx }: { readonly db: Db; readonly tx: Transact }) => [
  get('/tokens', { summary: 'Your own tokens', answers: { 200: TokenList } }, async ({ actor }) =>
    ok({ items: await listTokens(db, actor.id) }),
  ),

  post(
    '/tokens',
    { summary: 'Make a token: the only time its secret is told', body: CreateToken, answers: { 201: NewToken } },
    async ({ actor, body }) => {
      const { secret, tokenHash } = newSecret('ldk_')
      const token = await addToken(db, actor.id, body.name, tokenHash)
      return created({ ...token, token: secret })
    },
  ),

  remove(
    '/tokens/:tokenId',
    {
      summary: 'Delete a token of yours: closes its sockets',
      params: TokenAddress,
      answers: { 204: null },
      problems: ['not_found'],
    },
    async ({ actor, params: { tokenId } }) => {
      await tx(async (tx) => {
        if (!(await deleteToken(tx, actor.id, tokenId))) throw new Problem('not_found', `You have no token ${tokenId}.`)
        endSession(tx, tokenId)
      })
      return done()
    },
  ),
]

const tokenColumns = ['id', 'name', 'created_at', 'last_used_at'] as const

const listTokens = (db: Db, userId: UserId) =>
  db.selectFrom('api_tokens').select(tokenColumns).where('user_id', '=', userId).orderBy('id').execute()

const addToken = (db: Db, userId: UserId, name: string, tokenHash: Buffer) =>
  db
    .insertInto('api_tokens')
    .values({ user_id: userId, name, token_hash: tokenHash })
    .returning(tokenColumns)
    .executeTakeFirstOrThrow()

const deleteToken = (tx: Tx, userId: UserId, tokenId: number) =>
  tx.deleteFrom('api_tokens').where('user_id', '=', userId).where('id', '=', tokenId).returning('id').executeTakeFirst()
