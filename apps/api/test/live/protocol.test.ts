import { contractVersion, majorOf, Welcome } from '@livedesk/events'
import { sql } from 'kysely'
import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { announce, assign } from './say.ts'
import { openWorkers, Tab } from './workers.ts'

const boris = 2
const clara = 3

const Problem = z.object({ status: z.int(), detail: z.string() })

/** Asks for an upgrade as a program without a WebSocket library would, and gives the refusal. */
const refusalOf = (url: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number | undefined; type: string | undefined; body: z.output<typeof Problem> }>(
    (resolve, reject) => {
      const asked = request(url.replace('ws:', 'http:'), {
        headers: {
          Connection: 'Upgrade',
          Upgrade: 'websocket',
          'Sec-WebSocket-Version': '13',
          'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
          ...headers,
        },
      })
      asked.on('error', reject)
      asked.on('upgrade', (_, socket) => {
        socket.destroy()
        reject(new Error('It was let in.'))
      })
      asked.on('response', (response) => {
        const { statusCode: status, headers } = response
        text(response).then(
          (body) => resolve({ status, type: headers['content-type'], body: Problem.parse(JSON.parse(body)) }),
          reject,
        )
      })
      asked.end()
    },
  )

test.for([
  [400, '?cursor=-1', { 'x-user': '2' }],
  [401, '', {}],
  [403, '', { 'x-user': '2', origin: 'http://evil.test' }],
] as const)(
  '[W2] what cannot become a socket is answered with %i and a problem that says why',
  async ([status, query, headers]) => {
    await using desk = await openWorkers({ count: 1 })

    const refusal = await refusalOf(`${desk.at(0).url}${query}`, headers)

    expect(refusal).toMatchObject({
      status,
      type: 'application/problem+json',
      body: { status },
    })
    expect(refusal.body.detail).toMatch(/\.$/u)
  },
)

test('[W1] nothing in the address says who someone is', async () => {
  await using desk = await openWorkers({ count: 1 })
  using tab = new Tab(`${desk.at(0).url}?token=ldk_2&livedesk_session=2&x-user=2`, 0)

  expect(await tab.refused).toBe(401)
})

test('[W3] numbers rise along a socket, and what is said in passing has none', async () => {
  await using desk = await openWorkers()
  const tab = await desk.connect(boris)

  tab.ws.send('{"type":"view","ticket_id":7}')
  await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      desk
        .at(index % 2)
        .tx(async (tx) => (index % 4 === 0 ? assign(tx, clara, 'for another') : announce(tx, `${index}`))),
    ),
  )
  await desk.at(0).tx(async (tx) => announce(tx, 'last'))

  const seqs = (await tab.until((frame) => JSON.stringify(frame).includes('"last"'))).map(({ seq }) => seq ?? 0)
  expect(seqs).toHaveLength(31)
  expect(seqs).toEqual([...new Set(seqs)].toSorted((a, b) => a - b))
  await expect.poll(() => tab.viewers(7)).toEqual([boris])
  expect(tab.passing.filter((frame) => 'seq' in frame)).toEqual([])
})

test('[W4, W7] whoever comes while much is said is welcomed first, and hears what is later than the welcome', async () => {
  await using desk = await openWorkers()
  const storm = Promise.all(
    Array.from({ length: 100 }, (_, index) => desk.at(index % 2).tx(async (tx) => announce(tx, `${index}`))),
  )
  const tabs = await Promise.all(Array.from({ length: 10 }, (_, index) => desk.connect(boris, { worker: index % 2 })))
  await storm
  await desk.at(0).tx(async (tx) => announce(tx, 'last'))

  for (const tab of tabs) {
    await tab.until((frame) => JSON.stringify(frame).includes('"last"'))
    const [welcome, ...events] = tab.received
    expect(welcome).toMatchObject({
      type: 'welcome',
      user_id: boris,
      resumed: false,
    })
    expect(Welcome.safeParse(welcome).success).toBe(true)
    expect(events.filter(({ seq = 0 }) => seq <= Number(welcome?.['cursor']))).toEqual([])
    expect(events.map(({ type }) => type)).not.toContain('resync')
  }
})

test('[W5] what was missed and what happens now follow each other without a seam', async () => {
  await using desk = await openWorkers()
  const tab = await desk.connect(boris)
  const { cursor } = await tab.welcomed
  const storm = Promise.all(
    Array.from({ length: 200 }, (_, index) => desk.at(index % 2).tx(async (tx) => announce(tx, `${index}`))),
  )
  const returning = await Promise.all(
    Array.from({ length: 5 }, (_, index) =>
      desk.connect(boris, { worker: index % 2, query: `?cursor=${String(cursor)}` }),
    ),
  )
  await storm
  await desk.at(0).tx(async (tx) => announce(tx, 'last'))

  const heard = await tab.until((frame) => JSON.stringify(frame).includes('"last"'))
  expect(heard).toHaveLength(201)
  for (const back of returning) {
    expect(await back.welcomed).toMatchObject({ resumed: true, cursor })
    expect(await back.until((frame) => JSON.stringify(frame).includes('"last"'))).toEqual(heard)
  }
})

test('[W6] a cursor that cannot be continued is told so directly after the welcome, with the same position', async () => {
  await using desk = await openWorkers({ count: 1 })
  const first = await desk.connect(boris)
  await desk.at(0).tx(async (tx) => announce(tx, 'before'))
  await first.next()
  const tab = await desk.connect(boris, { query: '?cursor=0&epoch=another' })

  const welcome = await tab.welcomed
  const resync = await tab.next()
  await desk.at(0).tx(async (tx) => announce(tx, 'after'))
  const next = await tab.next()

  expect(welcome).toMatchObject({ type: 'welcome', resumed: false })
  expect(resync).toEqual({ type: 'resync', cursor: welcome['cursor'], epoch: welcome['epoch'], reason: 'epoch' })
  expect(next).toMatchObject({ user: { name: 'after' } })
  expect(next.seq).toBeGreaterThan(Number(resync['cursor']))
})

test('[W9] no event up to a pong’s cursor is still to come', async () => {
  await using desk = await openWorkers()
  const tab = await desk.connect(boris)
  const storm = Promise.all(
    Array.from({ length: 100 }, (_, index) => desk.at(index % 2).tx(async (tx) => announce(tx, `${index}`))),
  )
  for (let count = 0; count < 40; count += 1) {
    tab.ws.send('{"type":"ping"}')
    await new Promise((resolve) => setImmediate(resolve))
  }
  await storm
  await desk.at(0).tx(async (tx) => announce(tx, 'last'))

  const frames = await tab.until((frame) => JSON.stringify(frame).includes('"last"'))
  const pongs = frames.flatMap((frame, index) =>
    frame.type === 'pong' ? [{ index, cursor: Number(frame['cursor']) }] : [],
  )
  expect(pongs.length).toBeGreaterThan(0)
  for (const { index, cursor } of pongs) {
    expect(frames.slice(index).filter(({ seq = Infinity }) => seq <= cursor)).toEqual([])
    expect(frames.slice(0, index).filter(({ seq = 0 }) => seq > cursor)).toEqual([])
  }
})

test('[W10] whoever comes to the head is told anew who is here', async () => {
  await using desk = await openWorkers()
  const first = await desk.connect(boris)
  first.ws.send('{"type":"view","ticket_id":7}')
  await expect.poll(() => first.viewers(7)).toEqual([boris])

  const back = await desk.connect(clara, { worker: 1, query: '?cursor=0' })

  await expect.poll(() => [back.online, back.viewers(7)]).toEqual([[boris, clara], [boris]])
})

test('[W11] sixty frames at once are answered, and a frame of 64 KiB is read', async () => {
  await using desk = await openWorkers({ count: 1 })
  const tab = await desk.connect(boris)

  for (let count = 0; count < 59; count += 1) tab.ws.send('{"type":"ping"}')
  tab.ws.send(`{"type":"ping"${' '.repeat(64 * 1024 - 15)}}`)

  for (let count = 0; count < 60; count += 1) expect(await tab.next()).toMatchObject({ type: 'pong' })
  expect(tab.ws.readyState).toBe(tab.ws.OPEN)
})

test.for([
  [4409, 'not json'],
  [1009, 'x'.repeat(64 * 1024 + 1)],
] as const)('[W11, W12] the code says why the socket was closed: %i', async ([code, frame]) => {
  await using desk = await openWorkers({ count: 1 })
  const tab = await desk.connect(boris)

  tab.ws.send(frame)

  expect(await tab.closed).toBe(code)
})

test('[W13] a session that runs out closes its socket at the next heartbeat', async () => {
  await using desk = await openWorkers({ count: 1 })
  using tab = new Tab(desk.at(0).url, boris, { 'x-expires-in': '50' })
  const other = await desk.connect(boris)

  expect(await tab.welcomed).toMatchObject({ type: 'welcome' })
  expect(await tab.closed).toBe(4401)
  expect(other.ws.readyState).toBe(other.ws.OPEN)
})

test('[C1] only a ping is answered', async () => {
  await using desk = await openWorkers({ count: 1 })
  const tab = await desk.connect(boris)

  tab.ws.send('{"type":"typing","chat_id":7}')
  tab.ws.send('{"type":"read","chat_id":7,"message_id":90}')
  tab.ws.send('{"type":"view","ticket_id":7}')
  tab.ws.send('{"type":"ping"}')

  expect(await tab.next()).toMatchObject({ type: 'pong' })
})

test('[C5] a ticket is open as long as the socket that said so', async () => {
  await using desk = await openWorkers()
  const watcher = await desk.connect(clara, { worker: 1 })
  const [one, two] = [await desk.connect(boris), await desk.connect(boris)]
  one.ws.send('{"type":"view","ticket_id":7}')
  two.ws.send('{"type":"view","ticket_id":8}')
  await expect.poll(() => [watcher.viewers(7), watcher.viewers(8)]).toEqual([[boris], [boris]])

  one.ws.terminate()

  await expect.poll(() => watcher.viewers(7)).toEqual([])
  expect(watcher.viewers(8)).toEqual([boris])
})

test('[V4] a client of another major version hears nothing but the close; one of another minor is welcome', async () => {
  await using desk = await openWorkers({ count: 1 })
  using other = new Tab(`${desk.at(0).url}?contract=99.0`, boris)

  expect(await other.closed).toBe(4426)
  expect(other.received).toEqual([])
  const newer = await desk.connect(boris, { query: `?contract=${majorOf(contractVersion)}.9999` })
  expect(await newer.welcomed).toMatchObject({ type: 'welcome' })
})

test('[D8] nobody waits for delivery: while no event can be numbered, transactions commit, and all is heard later', async () => {
  await using desk = await openWorkers()
  const tab = await desk.connect(boris, { worker: 1 })
  const stuck = Promise.withResolvers<void>()
  const held = Promise.withResolvers<void>()
  const holding = desk.database.db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(7411, 1)`.execute(tx)
    held.resolve()
    await stuck.promise
  })
  await held.promise

  await Promise.all(
    Array.from({ length: 50 }, (_, index) => desk.at(index % 2).tx(async (tx) => assign(tx, boris, `${index}`))),
  )
  tab.ws.send('{"type":"ping"}')
  expect(await tab.next()).toMatchObject({ type: 'pong' })

  stuck.resolve()
  await holding
  const titles = new Set<unknown>()
  while (titles.size < 50) titles.add((await tab.next())['title'])
  expect(titles).toEqual(new Set(Array.from({ length: 50 }, (_, index) => `${index}`)))
})
