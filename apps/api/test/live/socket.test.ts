import { expect, test } from 'vitest'
import { assign, announce } from './say.ts'
import { openWorkers, Tab } from './workers.ts'

const boris = 2

test('[D6] a page of another origin may not listen', async () => {
  await using desk = await openWorkers({ count: 1 })
  using foreign = new Tab(desk.at(0).url, boris, { origin: 'http://evil.test' })
  using own = new Tab(desk.at(0).url, boris, { origin: 'http://desk.test' })

  expect(await foreign.refused).toBe(403)
  expect(await own.welcomed).toMatchObject({ type: 'welcome', user_id: boris, resumed: false })
})

test('[D6] whoever is not signed in is refused before there is a socket', async () => {
  await using desk = await openWorkers({ count: 1 })
  using stranger = new Tab(desk.at(0).url, 0)

  expect(await stranger.refused).toBe(401)
})

test.for(['?cursor=-1', '?cursor=abc', '?cursor=1e9', '?cursor=99999999999999999999', '?contract=x'])(
  'an upgrade with %s is refused with a sentence',
  async (query) => {
    await using desk = await openWorkers({ count: 1 })
    using tab = new Tab(`${desk.at(0).url}${query}`, boris)

    expect(await tab.refused).toBe(400)
  },
)

test('a client of another major version is told to reload', async () => {
  await using desk = await openWorkers({ count: 1 })
  using tab = new Tab(`${desk.at(0).url}?contract=99.0`, boris)

  expect(await tab.closed).toBe(4426)
})

test.for([
  ['words', 'hello'],
  ['an empty frame', ''],
  ['an unknown command', '{"type":"subscribe","user_id":1}'],
  ['a command with a field too many', '{"type":"ping","user_id":1}'],
  ['an event of the server', '{"type":"ticket_assigned","ticket_id":7,"title":"x"}'],
  ['a list', '[]'],
  ['deep nesting', '['.repeat(30_000)],
  ['a huge id', '{"type":"typing","chat_id":1e300}'],
] as const)('%s closes the socket with 4409', async ([, frame]) => {
  await using desk = await openWorkers({ count: 1 })
  const tab = await desk.connect(boris)

  tab.ws.send(frame)

  expect(await tab.closed).toBe(4409)
})

test('a binary frame closes the socket with 4409', async () => {
  await using desk = await openWorkers({ count: 1 })
  const tab = await desk.connect(boris)

  tab.ws.send(Buffer.from('{"type":"ping"}'))

  expect(await tab.closed).toBe(4409)
})

test('a frame over 64 KiB closes the socket with 1009, and the worker goes on', async () => {
  await using desk = await openWorkers({ count: 1 })
  const tab = await desk.connect(boris)
  const other = await desk.connect(boris)

  tab.ws.send('x'.repeat(64 * 1024 + 1))

  expect(await tab.closed).toBe(1009)
  await desk.at(0).tx(async (tx) => assign(tx, boris, 'audible'))
  expect(await other.next()).toMatchObject({ title: 'audible' })
})

test('a flood of frames closes the socket with 4409', async () => {
  await using desk = await openWorkers({ count: 1 })
  const tab = await desk.connect(boris)

  for (let count = 0; count < 200; count += 1) tab.ws.send('{"type":"ping"}')

  expect(await tab.closed).toBe(4409)
})

test('[D9] a worker that leaves sends its clients elsewhere, where they resume', async () => {
  await using desk = await openWorkers()
  const tab = await desk.connect(boris)
  const { cursor } = await tab.welcomed

  const left = desk.at(0).live.leave()
  await desk.at(1).tx(async (tx) => assign(tx, boris, 'meanwhile'))
  expect(await tab.closed).toBe(1012)
  using refused = new Tab(desk.at(0).url, boris)
  expect(await refused.refused).toBe(503)
  await left

  const back = await desk.connect(boris, { worker: 1, query: `?cursor=${String(cursor)}` })
  expect(await back.next()).toMatchObject({ title: 'meanwhile' })
})

test('[D7] a reader that stops costs a bounded buffer and delays nobody; when it reads again it gets everything, in order', async () => {
  await using desk = await openWorkers({ count: 1 })
  const slow = await desk.connect(boris)
  const quick = await desk.connect(boris)
  slow.ws.pause()
  const count = 400
  const title = 'x'.repeat(20_000)

  for (let index = 0; index < count; index += 1) await desk.at(0).tx(async (tx) => announce(tx, `${index} ${title}`))

  const heard = await quick.until((frame) => JSON.stringify(frame).includes(`"${count - 1} `))
  expect(heard).toHaveLength(count)
  const lagged = await desk.at(0).registry.getSingleMetric('livedesk_live_lagged_sockets_total')?.get()
  expect(lagged?.values[0]?.value).toBeGreaterThan(0)

  slow.ws.resume()
  const late = await slow.until((frame) => JSON.stringify(frame).includes(`"${count - 1} `))
  expect(late).toEqual(heard)
})
