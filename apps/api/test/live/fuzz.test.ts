import fc from 'fast-check'
import { expect, test } from 'vitest'
import { forgedFrames } from './forged-frames.ts'
import { forgedUpgrades } from './forged-upgrades.ts'
import { assign } from './say.ts'
import { frame, opcodes, text, upgrade, Wire } from './wire.ts'
import { openWorkers } from './workers.ts'

const boris = 2
const mallory = 6

/** A worker that is talked to by Boris, who hears secrets all the while, and by others who must not. */
const openScene = async () => {
  await using opening = new AsyncDisposableStack()
  const desk = opening.use(await openWorkers({ count: 1 }))
  const tab = await desk.connect(boris)
  let told = 0
  const tell = async () => {
    told += 1
    const title = `secret ${told}`
    await desk.at(0).tx(async (tx) => assign(tx, boris, title))
  }
  const open = opening.move()
  return {
    url: desk.at(0).url,
    tell,
    /** Boris has heard everything, once, on the socket that he had from the first. */
    undisturbed: async () => {
      await tell()
      const heard = await tab.until(({ title }) => title === `secret ${told}`)
      expect(heard).toHaveLength(told)
      expect(new Set(heard.map(({ title }) => title)).size).toBe(told)
    },
    connections: async () =>
      (await desk.at(0).registry.getSingleMetric('livedesk_live_connections')?.get())?.values[0]?.value,
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  }
}

const unharmed = (wire: Wire) => expect(wire.received.includes('secret')).toBe(false)

test('there are more than three hundred and fifty kinds of abuse', () => {
  const kinds = new Set([...forgedFrames, ...forgedUpgrades].map(({ name }) => name))
  expect(kinds.size).toBe(forgedFrames.length + forgedUpgrades.length)
  expect(kinds.size).toBeGreaterThan(350)
})

test(
  '[C2, W11, W12] every forged frame ends its own socket as it should, hears nothing of others and disturbs nobody',
  { timeout: 60_000 },
  async () => {
    await using scene = await openScene()

    await Promise.all(
      forgedFrames.map(async ({ name, sends, ends }, index) => {
        using wire = await Wire.admitted(scene.url, 1000 + index)
        for (const bytes of sends) wire.socket.write(bytes)
        await scene.tell()
        if (ends === 'goes on') await wire.until(() => wire.frames().length > 1)
        else expect(ends, name).toContain(await wire.outcome())
        unharmed(wire)
      }),
    )

    await scene.undisturbed()
    await expect.poll(scene.connections).toBe(1)
  },
)

test(
  '[W2] every forged upgrade is answered as it should be, never with a 500, and disturbs nobody',
  { timeout: 60_000 },
  async () => {
    await using scene = await openScene()

    await Promise.all(
      forgedUpgrades.map(async ({ name, sends, answers }) => {
        using wire = await Wire.open(scene.url)
        wire.socket.write(sends)
        expect(answers, name).toContain(await wire.answered())
        unharmed(wire)
      }),
    )

    await scene.undisturbed()
    await expect.poll(scene.connections).toBe(1)
  },
)

const anyFrame = fc
  .record({
    opcode: fc.integer({ min: 0, max: 15 }),
    payload: fc.oneof(
      fc.string({ maxLength: 200 }),
      fc.constantFrom(
        '{"type":"ping"}',
        '{"type":"view","ticket_id":7}',
        '{"type":"away","is_away":true}',
        '{"type":"typing","chat_id":7}',
      ),
      fc.uint8Array({ maxLength: 70_000 }).map((bytes) => Buffer.from(bytes)),
      fc.json().map((json) => json),
    ),
    fin: fc.boolean(),
    reserved: fc.constantFrom(0, 0, 0, 0, 1, 2, 4),
    masked: fc.constantFrom(true, true, true, false),
    lengthBytes: fc.constantFrom(undefined, undefined, 2 as const, 8 as const),
  })
  .map(({ lengthBytes, payload, ...options }) =>
    frame({ ...options, payload, ...(lengthBytes === undefined || payload.length > 65_535 ? {} : { lengthBytes }) }),
  )
const sane = text('{"type":"ping"}')
const stream = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 2000 }).map((bytes) => Buffer.from(bytes)),
  fc
    .array(fc.oneof(anyFrame, fc.constant(sane)), { minLength: 1, maxLength: 12 })
    .map((frames) => Buffer.concat(frames)),
)

test(
  'whatever bytes come, in whatever pieces: nobody else’s event in return, whole frames only, and the worker goes on',
  { timeout: 120_000 },
  async () => {
    await using scene = await openScene()

    await fc.assert(
      fc.asyncProperty(stream, fc.array(fc.integer({ min: 1, max: 5000 }), { maxLength: 6 }), async (bytes, cuts) => {
        using wire = await Wire.admitted(scene.url, mallory)
        let at = 0
        for (const length of cuts) {
          wire.socket.write(bytes.subarray(at, at + length))
          at += length
          await new Promise((resolve) => setImmediate(resolve))
        }
        wire.socket.write(bytes.subarray(at))
        await scene.tell()
        // Either side ends it; what came back until then is a sequence of whole frames.
        wire.socket.end()
        await wire.ended
        wire.frames()
        unharmed(wire)
      }),
      { numRuns: 150 },
    )

    await scene.undisturbed()
    await expect.poll(scene.connections).toBe(1)
  },
)

const headerName = fc.constantFrom(
  'Origin',
  'Cookie',
  'Authorization',
  'Upgrade',
  'Connection',
  'Sec-WebSocket-Key',
  'Sec-WebSocket-Version',
  'Sec-WebSocket-Extensions',
  'Sec-WebSocket-Protocol',
  'x-user',
  'Host',
  'Expect',
  'Content-Length',
)
const headerValue = fc.oneof(
  fc.string({ maxLength: 100 }),
  fc.constantFrom('13', 'websocket', 'Upgrade', 'http://desk.test', '6', '100-continue', '0'),
)
const path = fc.oneof(
  fc.webPath().map((webPath) => `/api/ws${webPath}`),
  fc.webQueryParameters().map((query) => `/api/ws?${query}`),
  fc.string({ maxLength: 50 }).map((odd) => `/api/ws?cursor=${odd}`),
)

test(
  'whatever an upgrade says, it is answered without a 5xx, and nobody is let in as someone else',
  { timeout: 120_000 },
  async () => {
    await using scene = await openScene()

    await fc.assert(
      fc.asyncProperty(path, fc.dictionary(headerName, headerValue, { maxKeys: 4 }), async (address, headers) => {
        using wire = await Wire.open(scene.url)
        wire.socket.write(upgrade(address, { 'x-user': String(mallory), ...headers }))
        wire.socket.end()
        const status = await wire.answered()
        if (status !== undefined) expect(status).toBeLessThan(500)
        await scene.tell()
        unharmed(wire)
      }),
      { numRuns: 200 },
    )

    await scene.undisturbed()
    await expect.poll(scene.connections).toBe(1)
  },
)

test(
  'three hundred who ask at once and three hundred who never finish asking keep nobody out',
  { timeout: 60_000 },
  async () => {
    await using scene = await openScene()
    await using halves = new AsyncDisposableStack()
    const request = upgrade('/api/ws', { 'x-user': String(mallory) })
    for (let index = 0; index < 300; index += 1) {
      const wire = halves.use(await Wire.open(scene.url))
      wire.socket.write(request.subarray(0, 1 + (index % (request.length - 1))))
    }

    const all = await Promise.all(Array.from({ length: 300 }, (_, index) => Wire.admitted(scene.url, 1000 + index)))

    expect(await scene.connections()).toBe(301)
    await scene.undisturbed()
    for (const wire of all) {
      unharmed(wire)
      wire[Symbol.dispose]()
    }
    await expect.poll(scene.connections).toBe(1)
  },
)

test('what comes with the handshake is read as what comes after it', async () => {
  await using scene = await openScene()
  using wire = await Wire.open(scene.url)

  wire.socket.write(
    Buffer.concat([
      upgrade('/api/ws', { 'x-user': String(mallory) }),
      frame({ opcode: opcodes.ping, payload: 'early' }),
    ]),
  )

  await wire.until(() =>
    wire.frames().some(({ opcode, payload }) => opcode === opcodes.pong && payload.toString() === 'early'),
  )
})

test(
  'two hundred and one sockets of one person: the last is refused, and someone else is not',
  { timeout: 60_000 },
  async () => {
    await using scene = await openScene()
    const all = await Promise.all(Array.from({ length: 200 }, () => Wire.admitted(scene.url, mallory)))
    using late = await Wire.open(scene.url)

    late.socket.write(upgrade('/api/ws', { 'x-user': String(mallory) }))

    expect(await late.answered()).toBe(429)
    using other = await Wire.admitted(scene.url, 7)
    expect(other.status).toBe(101)
    for (const wire of all) wire[Symbol.dispose]()
  },
)
