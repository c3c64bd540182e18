import { expect, test, vi } from 'vitest'
import { announce } from './say.ts'
import { frame, opcodes, text, upgrade, Wire } from './wire.ts'
import { openWorkers } from './workers.ts'

const boris = 2
const mallory = 6

test.for([
  ['pings', frame({ opcode: opcodes.ping, payload: 'x'.repeat(125) })],
  ['pongs nobody asked for', frame({ opcode: opcodes.pong })],
  ['commands', text('{"type":"ping"}')],
] as const)('[W11] a flood of %s closes its socket with 4409, and the next one is unharmed', async ([, piece]) => {
  await using desk = await openWorkers({ count: 1 })
  const tab = await desk.connect(boris)
  using wire = await Wire.admitted(desk.at(0).url, mallory)

  wire.socket.write(Buffer.concat(Array.from({ length: 200_000 }, () => piece)))
  await wire.ended

  expect(wire.closeCode).toBe(4409)
  await desk.at(0).tx(async (tx) => announce(tx, 'audible'))
  expect(await tab.next()).toMatchObject({ user: { name: 'audible' } })
})

test('[D7] a reader that has stopped is cut off within a minute, also while it goes on talking', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  try {
    await using desk = await openWorkers({ count: 1 })
    const tab = await desk.connect(boris)
    using wire = await Wire.admitted(desk.at(0).url, mallory)
    wire.socket.pause()
    const title = 'x'.repeat(20_000)
    for (let index = 0; index < 400; index += 1) await desk.at(0).tx(async (tx) => announce(tx, title))

    const connections = async () =>
      (await desk.at(0).registry.getSingleMetric('livedesk_live_connections')?.get())?.values[0]?.value
    expect(await connections()).toBe(2)
    for (let beat = 0; beat < 7; beat += 1) {
      // Whatever it says keeps the silence clock from running out.
      wire.socket.write(text('{"type":"ping"}'))
      tab.ws.send('{"type":"ping"}')
      await tab.until(({ type }) => type === 'pong')
      vi.advanceTimersByTime(8000)
    }

    await expect.poll(connections, { timeout: 3000 }).toBe(1)
    const closed = await desk.at(0).registry.getSingleMetric('livedesk_live_closed_sockets_total')?.get()
    expect(closed?.values).toMatchObject([{ labels: { code: 4408 }, value: 1 }])
  } finally {
    vi.useRealTimers()
  }
})

test.for(['//[', '/api/ws?cursor=%zz', 'http://['])(
  '[W2] an upgrade to %s is refused as a bad request',
  async (path) => {
    await using desk = await openWorkers({ count: 1 })
    using wire = await Wire.open(desk.at(0).url)

    wire.socket.write(upgrade(path, { 'x-user': String(mallory) }))
    await wire.ended

    expect(wire.status).toBe(400)
  },
)
