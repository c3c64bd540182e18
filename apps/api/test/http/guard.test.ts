import { expect, test } from 'vitest'
import { openDesk, PASSWORD, recorder } from '../desk.ts'
import { ask } from '../person.ts'

const openTicket = {
  title: 'Printer on fire',
  body: 'It burns.',
  requester: { name: 'Rosa', email: 'rosa@example.com' },
}

test.for([
  ['another site', { Origin: 'https://evil.example' }],
  ['another port of this host', { Origin: 'http://127.0.0.1:1' }],
  ['a page without an origin of its own', { Origin: 'null' }],
  ['a page that says it comes from elsewhere', { 'Sec-Fetch-Site': 'cross-site' }],
  ['a page of a neighbouring host', { 'Sec-Fetch-Site': 'same-site' }],
] as const)('with someone’s cookie, %s can neither act nor sign in', async ([, headers]) => {
  await using desk = await openDesk({ events: recorder() })
  const boris = await desk.agent('Boris')

  expect(await boris.post('/tickets', openTicket, { headers })).toMatchObject({
    status: 403,
    body: { type: '/api/docs#foreign_origin' },
  })
  expect(await boris.delete('/session', { headers })).toMatchObject({ status: 403 })
  expect(
    await ask(`${desk.at(0)}/api/session`, 'POST', { email: 'boris@livedesk.test', password: PASSWORD }, headers),
  ).toMatchObject({ status: 403 })
  expect(await boris.get('/tickets')).toMatchObject({ status: 200, body: { total: 0 } })
})

test('the desk’s own pages act, and so do scripts, which say nothing of a page', async () => {
  await using desk = await openDesk({ events: recorder() })
  const boris = await desk.agent('Boris')

  for (const headers of [
    { Origin: desk.at(0) },
    { 'Sec-Fetch-Site': 'same-origin' },
    { 'Sec-Fetch-Site': 'none' },
    {},
  ]) {
    expect(await boris.post('/tickets', openTicket, { headers })).toMatchObject({ status: 201 })
  }
})

test('a desk that knows its own address has that origin, and those it is told of, and no other', async () => {
  await using desk = await openDesk({
    events: recorder(),
    publicOrigin: 'https://desk.example.com',
    allowedOrigins: ['https://admin.example.com'],
  })
  const boris = await desk.agent('Boris')
  const status = async (origin: string) =>
    (await boris.post('/tickets', openTicket, { headers: { Origin: origin } })).status

  expect(await status('https://desk.example.com')).toBe(201)
  expect(await status('https://admin.example.com')).toBe(201)
  expect(await status(desk.at(0))).toBe(403)
  expect(await status('http://desk.example.com')).toBe(403)
})

test('a page of another site cannot open a socket with someone’s cookie', async () => {
  await using desk = await openDesk({ workers: 1 })
  const boris = await desk.agent('Boris')

  expect(await boris.tryToConnect({ Origin: 'https://evil.example' })).toBe(403)
  expect(await boris.tryToConnect({ Origin: desk.at(0), Cookie: '' })).toBe(401)
})
