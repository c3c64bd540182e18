import { NewToken, TokenList } from '@livedesk/resources'
import { expect, test } from 'vitest'
import { openDesk, recorder } from '../desk.ts'
import { ask } from '../person.ts'
import { Tab } from '../tab.ts'

test('a script acts with a token as the person who made it, and is told no secret again', async () => {
  await using desk = await openDesk({ events: recorder() })
  const boris = await desk.agent('Boris')

  const { token, ...made } = await boris.do('/tokens', { name: 'Nightly report' }, NewToken)

  expect(token).toMatch(/^ldk_[\w-]{43}$/u)
  const asked = await ask(`${desk.at(0)}/api/session`, 'GET', undefined, { Authorization: `Bearer ${token}` })
  expect(asked).toMatchObject({ status: 200, body: { user: boris.user } })
  const { items } = await boris.read('/tokens', TokenList)
  expect(items).toEqual([{ ...made, last_used_at: expect.any(String) }])
})

test('a token that does not hold is not helped by a cookie beside it', async () => {
  await using desk = await openDesk({ events: recorder() })
  const boris = await desk.agent('Boris')

  for (const authorization of [
    'Bearer ldk_nothing',
    'Basic Ym9yaXM6',
    'Bearer',
    'Bearer a b',
    `Bearer ${'x'.repeat(5000)}`,
  ]) {
    expect(await boris.get('/session', { headers: { Authorization: authorization } })).toMatchObject({ status: 401 })
  }
})

test('[D6] deleting a token closes its sockets and leaves the cookie’s; another’s token is not there', async () => {
  await using desk = await openDesk({ workers: 2 })
  const [boris, clara] = [await desk.agent('Boris'), await desk.agent('Clara')]
  const { id, token } = await boris.do('/tokens', { name: 'Watcher' }, NewToken)
  using script = new Tab(`${desk.at(1).replace('http', 'ws')}/api/ws`, { Authorization: `Bearer ${token}` })
  await script.welcomed
  const tab = await boris.connect({ worker: 1 })

  expect(await clara.delete(`/tokens/${id}`)).toMatchObject({ status: 404 })
  expect(await boris.delete(`/tokens/${id}`)).toMatchObject({ status: 204 })

  expect(await script.closed).toBe(4401)
  await desk.ticket()
  expect(await tab.next()).toMatchObject({ type: 'ticket_created' })
  expect(await boris.delete(`/tokens/${id}`)).toMatchObject({ status: 404 })
})
