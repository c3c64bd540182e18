import { expect, test } from 'vitest'
import { forgetOld } from '../src/housekeeping.ts'
import { openDesk, recorder } from './desk.ts'

const longAgo = '2020-01-01T00:00:00.000Z'

test('sessions that ran out and retries of more than a week ago are forgotten, and no others', async () => {
  await using desk = await openDesk({ events: recorder() })
  const [boris, clara] = [await desk.agent('Boris'), await desk.agent('Clara')]
  const opening = { title: 'Printer', body: 'It burns.', requester: { name: 'Rosa', email: 'rosa@example.com' } }
  for (const key of ['old', 'new']) await clara.post('/tickets', opening, { headers: { 'Idempotency-Key': key } })
  await desk.db.updateTable('sessions').set({ expires_at: longAgo }).where('user_id', '=', boris.id).execute()
  await desk.db.updateTable('idempotency_keys').set({ created_at: longAgo }).where('key', '=', 'old').execute()

  await forgetOld(desk.db)

  expect(await desk.db.selectFrom('sessions').select('user_id').execute()).toEqual([{ user_id: clara.id }])
  expect(await desk.db.selectFrom('idempotency_keys').select('key').execute()).toEqual([{ key: 'new' }])
})
