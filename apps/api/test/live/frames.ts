import type { Readable } from 'node:stream'
import { z } from 'zod'

const Frame = z.looseObject({ type: z.string(), seq: z.int().optional() })
export type Frame = z.output<typeof Frame>

/** Reads the text frames that a server writes to a stream, byte by byte as RFC 6455 has them: unmasked, unfragmented. */
export const framesOf = (stream: Readable): (() => Promise<Frame>) => {
  const chunks: AsyncIterator<Buffer, undefined> = stream[Symbol.asyncIterator]()
  let buffer = Buffer.alloc(0)

  const take = async (bytes: number) => {
    while (buffer.length < bytes) {
      const { value, done } = await chunks.next()
      if (done) throw new Error('The stream ended.')
      buffer = Buffer.concat([buffer, value])
    }
    const taken = buffer.subarray(0, bytes)
    buffer = buffer.subarray(bytes)
    return taken
  }

  const lengthOf = async (short: number) => {
    if (short < 126) return short
    if (short === 126) return (await take(2)).readUInt16BE()
    return Number((await take(8)).readBigUInt64BE())
  }

  return async () => {
    const [first, second = 0] = await take(2)
    if (first !== 0x81) throw new Error(`Not the start of a text frame: ${String(first)}.`)
    return Frame.parse(JSON.parse(String(await take(await lengthOf(second)))))
  }
}
