import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openDesk, PASSWORD, recorder } from '../desk.ts'
import { ask } from '../person.ts'

test('a worker says that it lives, that it can serve, and what it measured by route', async () => {
  await using desk = await openDesk({ workers: 1 })
  const boris = await desk.agent('Boris')
  await boris.get('/tickets/7')
  await boris.get('/tickets/8')

  expect(await ask(`${desk.at(0)}/healthz`, 'GET', undefined)).toMatchObject({ status: 200, body: { alive: true } })
  expect(await ask(`${desk.at(0)}/readyz`, 'GET', undefined)).toMatchObject({
    status: 200,
    body: { ready: true, reasons: [], mode: 'hearing' },
  })
  const { body } = await ask(`${desk.at(0)}/metrics`, 'GET', undefined)
  expect(body).toMatch(
    /^http_request_duration_seconds_count\{method="GET",route="\/api\/tickets\/:ticketId",status="404"\} 2$/mu,
  )
  expect(body).toMatch(/^livedesk_live_connections 0$/mu)
})

test('[D5] while the database is away, answers are 503 and say so, and all is well when it is back', async () => {
  await using desk = await openDesk({ gate: true })
  const boris = await desk.agent('Boris')
  await desk.gate?.shut()

  const answer = await boris.get('/tickets')
  expect(answer).toMatchObject({ status: 503, body: { type: '/api/docs#unavailable' } })
  expect(answer.headers.get('Retry-After')).toBe('2')
  expect(await ask(`${desk.at(0)}/healthz`, 'GET', undefined)).toMatchObject({ status: 200 })
  const readiness = await ask(`${desk.at(0)}/readyz`, 'GET', undefined)
  expect(readiness).toMatchObject({
    status: 503,
    body: { ready: false, reasons: expect.arrayContaining(['The database does not answer.']) },
  })

  await desk.gate?.open()
  await expect
    .poll(async () => (await ask(`${desk.at(0)}/readyz`, 'GET', undefined)).status, { timeout: 5_000 })
    .toBe(200)
  expect(await boris.get('/tickets')).toMatchObject({ status: 200 })
})

test('[S6] while numbering is stuck, a counted list is answered 503, and all is well when it goes on', async () => {
  const lines: string[] = []
  await using desk = await openDesk({ logTo: { write: (line) => void lines.push(line) } })
  const boris = await desk.agent('Boris')

  await desk.db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(7411, 1)`.execute(tx)
    await desk.ticket()
    const answer = await boris.get('/tickets')
    expect(answer).toMatchObject({ status: 503, body: { type: '/api/docs#unavailable' } })
    expect(answer.headers.get('Retry-After')).toBe('2')
    expect(answer.headers.get('Livedesk-Cursor')).toBeNull()
  })

  expect(lines.join('')).toContain('"type":"NumberingDown"')
  expect(await boris.get('/tickets')).toMatchObject({ status: 200, body: { total: 1 } })
})

test('a database that lacks a migration is not ready', async () => {
  await using desk = await openDesk({ workers: 1 })
  await sql`delete from migrations where name = '0002_desk'`.execute(desk.db)

  expect(await ask(`${desk.at(0)}/readyz`, 'GET', undefined)).toMatchObject({
    status: 503,
    // A connection of the worker may still be on its way: that is another reason, beside this one.
    body: { reasons: expect.arrayContaining(['The database lacks the migrations 0002_desk.']) },
  })
})

test('no line of the log holds a secret, and every line of a request holds its id', async () => {
  const lines: string[] = []
  await using desk = await openDesk({ workers: 1, logTo: { write: (line) => void lines.push(line) } })
  const boris = await desk.agent('Boris')
  const secret = boris.cookie.slice('livedesk_session='.length)
  const { body } = await boris.post('/tokens', { name: 'Watcher' })
  const { token } = Object(body)

  await ask(`${desk.at(0)}/api/tickets?q=rosa@example.com`, 'GET', undefined, {
    Authorization: `Bearer ${token}`,
    'X-Request-Id': 'my-request-1',
  })
  await ask(`${desk.at(0)}/api/session`, 'POST', { email: 'boris@livedesk.test', password: 'a wrong guess' })
  using _tab = await boris.connect({ query: '?cursor=0' })
  await sql`alter table tickets rename to gone`.execute(desk.db)
  const failed = await boris.get('/tickets?q=needle')

  const log = lines.join('')
  expect(failed).toMatchObject({ status: 500, body: { detail: expect.stringContaining('request_id') } })
  expect(log).toContain(String(Object(failed.body).request_id))
  expect(log).toContain('"reqId":"my-request-1"')
  expect(log).toContain(`"user_id":${boris.id}`)
  for (const kept of [secret, token, PASSWORD, 'a wrong guess', 'boris@livedesk.test', 'rosa@example.com', 'needle'])
    expect(log).not.toContain(kept)
  expect(JSON.stringify(failed.body)).not.toContain('relation')
})

test('the web app is served: assets for a year, its page for every address, and what is missing is missing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'livedesk-web-'))
  try {
    await mkdir(join(folder, 'assets'))
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>Livedesk</title>')
    await writeFile(join(folder, 'assets/index-abc.js'), 'export {}')
    await writeFile(join(folder, 'icon.svg'), '<svg/>')
    await using desk = await openDesk({ events: recorder(), webFolder: folder })
    const get = async (path: string, accept = 'text/html') => {
      const { status, headers } = await ask(`${desk.at(0)}${path}`, 'GET', undefined, { Accept: accept })
      return [status, headers.get('Cache-Control'), headers.get('Content-Type')?.split(';')[0]]
    }

    expect(await get('/')).toEqual([200, 'no-cache', 'text/html'])
    expect(await get('/tickets/7')).toEqual([200, 'no-cache', 'text/html'])
    expect(await get('/assets/index-abc.js', '*/*')).toEqual([
      200,
      'public, max-age=31536000, immutable',
      'text/javascript',
    ])
    expect(await get('/icon.svg', 'image/*')).toEqual([200, 'no-cache', 'image/svg+xml'])
    expect((await get('/assets/gone.js', '*/*'))[0]).toBe(404)
    expect((await get('/assets/..%2f..%2f..%2fetc/passwd', '*/*'))[0]).toBe(400)
    expect((await get('/api/nothing'))[0]).toBe(404)
    expect((await get('/data.json', 'application/json'))[0]).toBe(404)
    const { headers } = await ask(`${desk.at(0)}/`, 'GET', undefined, { Accept: 'text/html' })
    expect(headers.get('Content-Security-Policy')).toContain("script-src 'self';style-src 'self'")
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('every answer to a GET says its position, and a write says none', async () => {
  await using desk = await openDesk({ workers: 1 })
  const boris = await desk.agent('Boris')
  const tab = await boris.connect()
  await desk.ticket()
  const { seq } = await tab.next()

  const read = await boris.get('/tickets')
  expect(Number(read.headers.get('Livedesk-Cursor'))).toBeGreaterThanOrEqual(Number(seq))
  expect(read.headers.get('Livedesk-Epoch')).toMatch(/^[0-9a-f]{32}$/u)
  expect(read.headers.get('Cache-Control')).toBe('no-store')
  expect((await boris.get('/tickets/1')).headers.get('Livedesk-Cursor')).not.toBeNull()
  expect((await boris.post('/tickets/1/status', { status: 'closed' })).headers.get('Livedesk-Cursor')).toBeNull()
  expect((await boris.get('/tickets/999')).headers.get('Livedesk-Cursor')).toBeNull()
})
