import { afterEach, expect, test } from 'vitest'
import { type Ask, request } from '../../src/server/request.ts'

const realFetch = globalThis.fetch
afterEach(() => void Reflect.set(globalThis, 'fetch', realFetch))

const position = { 'Livedesk-Cursor': '12', 'Livedesk-Epoch': 'e1', 'Livedesk-Ahead': '14,15' }
const problem = { type: '/api/docs#conflict', title: 'Someone was first', status: 409, detail: 'Look again.' }

/** Asks a desk that answers like this. Gives what came of it, and what was sent. */
const ask = async (what: Ask, answer: () => Response | Promise<Response>, signal = new AbortController().signal) => {
  const sent: { url: string; init: RequestInit | undefined }[] = []
  Reflect.set(globalThis, 'fetch', async (url: string, init?: RequestInit) => {
    sent.push({ url, init })
    return answer()
  })
  return { result: await request('/api')(what, { signal }), sent }
}

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers })

test('[S1] an answer says how far its data has come', async () => {
  const { result, sent } = await ask({ url: 'tickets', params: new URLSearchParams({ sort: 'priority' }) }, () =>
    json({ items: [] }, 200, position),
  )
  expect(sent[0]?.url).toBe('/api/tickets?sort=priority')
  expect(result.data).toEqual({ items: [] })
  expect(result.meta?.reading).toMatchObject({ cursor: 12, epoch: 'e1', ahead: [14, 15] })
})

test('something that answers without a position is not this API', async () => {
  const { result } = await ask('tickets', () => json({ items: [] }))
  expect(result.error).toEqual({ kind: 'malformed', status: 200 })
})

test('a page of HTML is not this API, with any status', async () => {
  for (const status of [200, 404, 502]) {
    const { result } = await ask('tickets', () => new Response('<html>', { status, headers: position }))
    expect(result.error).toEqual({ kind: 'malformed', status })
  }
})

test('a problem is told as the API told it', async () => {
  const { result } = await ask({ url: 'tickets/7', method: 'PATCH', body: { version: 1 } }, () => json(problem, 409))
  expect(result.error).toEqual({ kind: 'problem', status: 409, data: problem })
})

test('the end of a session is not a wrong password', async () => {
  const over = { ...problem, type: '/api/docs#sign_in_first', status: 401 }
  const wrong = { ...problem, type: '/api/docs#wrong_credentials', status: 401 }
  expect((await ask('session', () => json(over, 401))).result.error?.kind).toBe('signed_out')
  expect((await ask({ url: 'session', method: 'POST', body: {} }, () => json(wrong, 401))).result.error?.kind).toBe(
    'problem',
  )
})

test('no answer is told apart from an answer that nobody wants any more', async () => {
  const fails = () => Promise.reject(new TypeError('fetch failed'))
  expect((await ask('tickets', fails)).result.error).toEqual({ kind: 'unreachable' })
  expect((await ask('tickets', fails, AbortSignal.abort())).result.error).toEqual({ kind: 'aborted' })
})

test('a thing to do once is sent with its key, and an answer without a body is null', async () => {
  const { result, sent } = await ask(
    { url: 'chats/1/messages', method: 'POST', body: { body: 'Hi' }, key: 'k1' },
    () => new Response(null, { status: 204 }),
  )
  expect(result).toEqual({ data: null, meta: {} })
  expect(sent[0]?.init).toMatchObject({
    method: 'POST',
    body: '{"body":"Hi"}',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'k1' },
  })
})
