import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { textFrame } from '../../src/live/frame.ts'
import { announce, assign } from './say.ts'
import { frame, opcodes, serverFrames, text, Wire } from './wire.ts'
import { openWorkers } from './workers.ts'

const boris = 2
const Numbered = z.object({ type: z.string(), seq: z.int().optional(), title: z.string().optional() })

test.for([0, 1, 124, 125, 126, 127, 128, 65_534, 65_535, 65_536, 65_537, 1_000_000])(
  'a text of %i bytes is one frame of that length',
  (length) => {
    const sent = textFrame('x'.repeat(length))

    expect(serverFrames(sent)).toEqual([{ opcode: opcodes.text, payload: Buffer.alloc(length, 'x') }])
  },
)

test('a text of many scripts is as long as its bytes, not its characters', () => {
  const said = 'Ж ✓ 🔥 é'.repeat(9000)

  expect(serverFrames(textFrame(said)).map(({ payload }) => payload.toString())).toEqual([said])
})

test(
  '[W3] events, pongs, pings and the goodbye never lie inside one another, whatever their sizes and however slowly they are read',
  { timeout: 60_000 },
  async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    try {
      await using desk = await openWorkers({ count: 1 })
      using wire = await Wire.admitted(desk.at(0).url, boris)
      const sizes = [1, 40, 60, 125, 126, 5000, 65_400, 65_536, 100_000, 300_000]

      for (let round = 0; round < 40; round += 1) {
        // It reads now and then, asks for both kinds of pong, and is pinged, while events of every size come.
        if (round % 3 === 0) wire.socket.pause()
        if (round % 3 === 2) wire.socket.resume()
        wire.socket.write(
          round % 2 === 0 ? text('{"type":"ping"}') : frame({ opcode: opcodes.ping, payload: `round ${round}` }),
        )
        const title = 'ж'.repeat(Math.ceil((sizes[round % sizes.length] ?? 0) / 2))
        const said = [
          desk.at(0).tx(async (tx) => assign(tx, boris, title)),
          desk.at(0).tx(async (tx) => announce(tx, `round ${round}`)),
        ]
        if (round % 8 === 7) vi.advanceTimersByTime(8000)
        await Promise.all(said)
      }
      wire.socket.resume()
      await desk.at(0).tx(async (tx) => assign(tx, boris, 'last'))
      await wire.until((received) => received.includes('"title":"last"'))
      const left = desk.at(0).live.leave()
      expect(await wire.outcome()).toBe(1012)
      await left

      const frames = wire.frames()
      const texts = frames
        .filter(({ opcode }) => opcode === opcodes.text)
        .map(({ payload }) => Numbered.parse(JSON.parse(payload.toString())))
      const seqs = texts.flatMap(({ seq }) => seq ?? [])
      expect(seqs).toHaveLength(81)
      expect(seqs).toEqual(seqs.toSorted((a, b) => a - b))
      expect(frames.filter(({ opcode }) => opcode === opcodes.pong).length).toBeGreaterThan(0)
      expect(frames.filter(({ opcode }) => opcode === opcodes.ping).length).toBeGreaterThan(0)
      expect(frames.at(-1)?.opcode).toBe(opcodes.close)
    } finally {
      vi.useRealTimers()
    }
  },
)
