import { expect, test } from 'vitest'
import { openDesk, PASSWORD, recorder } from '../desk.ts'
import { ask } from '../person.ts'

test('signing in answers who it is and sets a cookie that no script can read', async () => {
  await using desk = await openDesk({ events: recorder() })
  const boris = await desk.agent('Boris')

  const answer = await ask(`${desk.at(0)}/api/session`, 'POST', { email: ' BORIS@livedesk.test', password: PASSWORD })

  expect(answer).toMatchObject({ status: 200, body: { user: { id: boris.id, name: 'Boris', role: 'agent' } } })
  const [cookie = ''] = answer.headers.getSetCookie()
  expect(cookie).toMatch(/^livedesk_session=[\w-]{43}; Path=\/; Expires=.*; HttpOnly; SameSite=Lax$/u)
  expect(JSON.stringify(answer.body)).not.toContain('password')
})

test('behind a trusted proxy that speaks https, the cookie is for https only', async () => {
  await using desk = await openDesk({ workers: 1, trustedProxies: 1 })
  await desk.agent('Boris')

  const { headers } = await ask(
    `${desk.at(0)}/api/session`,
    'POST',
    { email: 'boris@livedesk.test', password: PASSWORD },
    { 'X-Forwarded-Proto': 'https' },
  )

  expect(headers.getSetCookie()).toEqual([expect.stringContaining('; Secure')])
})

test('who is signed in can be asked, and nobody is after signing out', async () => {
  await using desk = await openDesk({ events: recorder() })
  const boris = await desk.agent('Boris')
  expect(await boris.get('/session')).toMatchObject({ status: 200, body: { user: boris.user } })

  expect(await boris.delete('/session')).toMatchObject({ status: 204, body: undefined })

  expect(await boris.get('/session')).toMatchObject({ status: 401, body: { type: '/api/docs#sign_in_first' } })
  expect(await boris.delete('/session')).toMatchObject({ status: 204 })
})

test('a wrong password and an unknown address are answered alike', async () => {
  await using desk = await openDesk({ events: recorder() })
  await desk.agent('Boris')
  const tryToSignIn = (email: string) => ask(`${desk.at(0)}/api/session`, 'POST', { email, password: 'a wrong guess' })

  const [wrong, unknown] = [await tryToSignIn('boris@livedesk.test'), await tryToSignIn('nobody@livedesk.test')]

  expect(wrong).toMatchObject({ status: 401, body: { detail: 'Check the e-mail address and the password.' } })
  expect({ ...Object(unknown.body), request_id: '' }).toEqual({ ...Object(wrong.body), request_id: '' })
})

test('many tries for one address are refused on every worker, also with the right password; another’s are not', async () => {
  await using desk = await openDesk({ workers: 2 })
  await desk.agent('Boris')
  const tryToSignIn = (worker: number, password: string) =>
    ask(`${desk.at(worker)}/api/session`, 'POST', { email: 'boris@livedesk.test', password })

  const guesses = await Promise.all(
    Array.from({ length: 24 }, (_, index) => tryToSignIn(index % 2, `guess number ${index}`)),
  )

  expect(guesses.filter(({ status }) => status === 401)).toHaveLength(10)
  expect(guesses.filter(({ status }) => status === 429)).toHaveLength(14)
  const refused = await tryToSignIn(1, PASSWORD)
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(600)
  await desk.agent('Clara')
})

test('someone who signs in often and rightly is never refused', async () => {
  await using desk = await openDesk({ events: recorder() })
  await desk.agent('Boris')

  for (let time = 0; time < 12; time += 1) await desk.signIn('boris@livedesk.test')
})

test('[D6] signing out closes the tabs of that session on every worker, and no other session’s', async () => {
  await using desk = await openDesk({ workers: 2 })
  const boris = await desk.agent('Boris')
  const elsewhere = await desk.signIn('boris@livedesk.test')
  const tabs = [await boris.connect({ worker: 0 }), await boris.connect({ worker: 1 })]
  const other = await elsewhere.connect({ worker: 1 })

  await boris.delete('/session')

  expect(await Promise.all(tabs.map((tab) => tab.closed))).toEqual([4401, 4401])
  await desk.ticket()
  expect(await other.next()).toMatchObject({ type: 'ticket_created' })
})

test('another person who signs in at the same browser ends the first one’s session', async () => {
  await using desk = await openDesk({ workers: 1 })
  const boris = await desk.agent('Boris')
  await desk.agent('Clara')
  const tab = await boris.connect()

  await boris.post('/session', { email: 'clara@livedesk.test', password: PASSWORD })

  expect(await tab.closed).toBe(4401)
  expect(await boris.get('/session')).toMatchObject({ status: 401 })
})

test('a session that ran out is no session', async () => {
  await using desk = await openDesk({ events: recorder() })
  const boris = await desk.agent('Boris')
  await desk.db
    .updateTable('sessions')
    .set({ expires_at: '2020-01-01T00:00:00.000Z' })
    .where('user_id', '=', boris.id)
    .execute()

  expect(await boris.get('/session')).toMatchObject({ status: 401 })
})
