import { deflateSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openDesk, recorder } from '../desk.ts'
import { sendRaw } from './raw.ts'

const json = 'application/json'

test('what is sent in another shape than JSON, or too much of it, is refused in words', async () => {
  await using desk = await openDesk({ events: recorder() })
  const boris = await desk.agent('Boris')
  const send = async (headers: Record<string, string>, body: string | Buffer<ArrayBuffer>) => {
    const response = await fetch(`${desk.at(0)}/api/tickets`, {
      method: 'POST',
      headers: { ...headers, Cookie: boris.cookie },
      body,
    })
    expect(response.headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8')
    return [response.status, Object(await response.json()).detail]
  }

  expect(await send({ 'Content-Type': json }, '{"title": ')).toEqual([400, 'The body is no valid JSON.'])
  expect(await send({ 'Content-Type': json }, '')).toEqual([400, expect.stringContaining('correct')])
  expect(await send({ 'Content-Type': json }, '"a text"')).toEqual([400, 'The body is no valid JSON.'])
  expect(await send({ 'Content-Type': json }, '[]')).toEqual([400, expect.any(String)])
  expect(await send({ 'Content-Type': json }, '['.repeat(200_000))).toEqual([400, 'The body is no valid JSON.'])
  expect(await send({ 'Content-Type': json }, `${'['.repeat(200_000)}${']'.repeat(200_000)}`)).toEqual([
    400,
    expect.any(String),
  ])
  expect(await send({ 'Content-Type': json }, `{"title": "${'x'.repeat(1_100_000)}"}`)).toEqual([
    413,
    'Send less than 1 MB at once.',
  ])
  expect(await send({ 'Content-Type': 'text/plain' }, '{}')).toEqual([415, expect.stringContaining('application/json')])
  expect(await send({ 'Content-Type': 'application/x-www-form-urlencoded' }, 'title=Printer')).toEqual([
    415,
    expect.any(String),
  ])
  expect(await send({}, Buffer.from('{}'))).toEqual([415, expect.any(String)])
  expect(await send({ 'Content-Type': `${json}; charset=klingon` }, '{}')).toEqual([415, expect.any(String)])
  expect(await send({ 'Content-Type': json, 'Content-Encoding': 'gzip' }, '{}')).toEqual([400, expect.any(String)])
  expect(await send({ 'Content-Type': json, 'Content-Encoding': 'brotli?' }, '{}')).toEqual([415, expect.any(String)])
  const bomb = gzipSync(`{"title": "${'x'.repeat(20_000_000)}"}`)
  expect(await send({ 'Content-Type': json, 'Content-Encoding': 'gzip' }, bomb)).toEqual([413, expect.any(String)])
  const twice = deflateSync('{"title": "x", "title": "y"}')
  expect(await send({ 'Content-Type': json, 'Content-Encoding': 'deflate' }, twice)).toEqual([400, expect.any(String)])
})

test('text that cannot be kept is refused by field: NUL, and half of a surrogate pair', async () => {
  await using desk = await openDesk({ events: recorder() })
  const boris = await desk.agent('Boris')
  const opening = { title: 'Printer', body: 'It burns.', requester: { name: 'Rosa', email: 'rosa@example.com' } }

  for (const bad of ['a\0b', '\ud83d', '\udd25\ud83d']) {
    expect(await boris.post('/tickets', { ...opening, title: bad })).toMatchObject({
      status: 400,
      body: { errors: { title: expect.any(String) } },
    })
    expect(await boris.post('/tickets', { ...opening, requester: { ...opening.requester, name: bad } })).toMatchObject({
      status: 400,
      body: { errors: { 'requester.name': expect.any(String) } },
    })
  }
  expect(await boris.get('/tickets?q=%00')).toMatchObject({ status: 400, body: { errors: { q: expect.any(String) } } })
  expect(await boris.get('/tickets?q=%ED%A0%BD')).toMatchObject({ status: 200 })
})

test('what is asked of an address that has no such method is refused with those it has', async () => {
  await using desk = await openDesk({ events: recorder() })
  const boris = await desk.agent('Boris')

  const answer = await boris.send('PUT', '/tickets/7', {})
  expect(answer).toMatchObject({ status: 405, body: { type: '/api/docs#method_not_allowed' } })
  expect(answer.headers.get('Allow')).toBe('GET, PATCH, HEAD')
  expect(await boris.send('DELETE', '/views', undefined)).toMatchObject({ status: 405 })
  expect(await boris.send('OPTIONS', '/tickets', undefined)).toMatchObject({ status: 405 })
})

const senseless = [
  '/tickets/0',
  '/tickets/-1',
  '/tickets/1.5',
  '/tickets/1e3',
  '/tickets/0x10',
  '/tickets/99999999999999999999',
  '/tickets/9999999999999999',
  '/tickets/%20',
  '/tickets/%00',
  '/tickets/%E0%A4%A',
  '/tickets/seven',
  '/tickets?limit=0',
  '/tickets?limit=201',
  '/tickets?limit=ten',
  '/tickets?limit=1&limit=2',
  '/tickets?sort=title',
  '/tickets?sort=-priority&sort=priority',
  '/tickets?view=theirs',
  '/tickets?status=',
  '/tickets?status=open',
  '/tickets?status=new,',
  '/tickets?assigned_to=someone',
  '/tickets?tag=UPPER',
  '/tickets?colour=red',
  '/tickets?cursor=x',
  '/tickets?cursor=',
  '/tickets?cursor=bnVsbA',
  '/tickets?cursor=WyItdXBkYXRlZF9hdCIsIjAwMDAtMDEtMDFUMDA6MDA6MDAuMDAwWiIsMV0',
  '/tickets?sort=priority&cursor=WyItdXBkYXRlZF9hdCIsIjIwMjYtMDEtMDFUMDA6MDA6MDAuMDAwWiIsMV0',
  `/tickets?q=${'x'.repeat(201)}`,
  '/tickets/1/messages?after=-1',
  '/tickets/1/messages?after=99999999999999999',
  '/notifications?cursor=abc',
  '/chats/1/messages?cursor=0',
]

test('a request that makes no sense is a problem of the asker', async () => {
  await using desk = await openDesk({ events: recorder() })
  const boris = await desk.agent('Boris')

  for (const path of senseless) {
    expect(await boris.get(path), path).toMatchObject({
      status: 400,
      body: { type: '/api/docs#bad_request', detail: expect.any(String) },
    })
  }
})

test('bytes that are no HTTP are refused, and the desk goes on', async () => {
  await using desk = await openDesk({ workers: 1 })
  const origin = desk.at(0)

  expect((await sendRaw(origin, 'hello\r\n\r\n')).status).toBe(400)
  expect(
    (await sendRaw(origin, `GET /api/session HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(40_000)}\r\n\r\n`)).status,
  ).toBe(431)
  expect((await sendRaw(origin, 'GET /api/session HTTP/1.1\r\n\r\n')).status).toBe(400)
  expect(
    (
      await sendRaw(
        origin,
        'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
      )
    ).status,
  ).toBe(400)
  const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket\r\n'
  expect((await sendRaw(origin, `GET /api/tickets HTTP/1.1\r\nHost: x\r\n${upgrade}\r\n`)).status).toBe(401)
  expect((await sendRaw(origin, `GET /api/ws HTTP/1.1\r\nHost: x\r\n${upgrade}\r\n`)).status).toBe(401)
  expect((await sendRaw(origin, 'GET /api/ws HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).status).toBe(426)
  expect((await fetch(`${origin}/healthz`)).status).toBe(200)
})
