import { sql } from 'kysely'
import type { UserId } from '@livedesk/events'
import { expect, test } from 'vitest'
import { holdsKey } from '../../src/people/queries.ts'
import { openDesk, recorder } from '../desk.ts'

test('a session or token holds until it ends or runs out, its person leaves, or it is deleted', async () => {
  await using desk = await openDesk({ events: recorder() })
  const [boris, clara] = [await desk.agent('Boris'), await desk.agent('Clara')]
  await boris.post('/tokens', { name: 'script' })
  const keyOf = async (table: 'sessions' | 'api_tokens', userId: UserId) => {
    const { id } = await desk.db.selectFrom(table).select('id').where('user_id', '=', userId).executeTakeFirstOrThrow()
    return { id, holds: () => holdsKey(desk.db, id) }
  }
  const [session, token, another] = [
    await keyOf('sessions', boris.id),
    await keyOf('api_tokens', boris.id),
    await keyOf('sessions', clara.id),
  ]
  expect([await session.holds(), await token.holds(), await another.holds()]).toEqual([true, true, true])

  await boris.delete('/session')
  expect([await session.holds(), await token.holds()]).toEqual([false, true])

  await sql`update users set active = false where id = ${boris.id}`.execute(desk.db)
  await sql`update sessions set expires_at = now() where id = ${another.id}`.execute(desk.db)
  expect([await token.holds(), await another.holds()]).toEqual([false, false])
})
