import { Welcome } from '@livedesk/events'
import { z } from 'zod'
import { integerAt } from './said.ts'

/** What a client remembers of the desk, to come back with. */
export type Memory = { cursor?: number; epoch?: string; pid?: string; offset?: string }

/** How a system's clients speak: which address they come to, and what a text frame means. */
export type Dialect = {
  /** The path of the upgrade request, by someone new or someone who returns. */
  readonly path: (memory: Memory) => string
  /** Whether a client is in as soon as the socket is open, without a word. */
  readonly inAtOnce: boolean
  /** Reads one frame: `in` when the client may count on hearing, `event`, what to answer, or nothing. */
  readonly read: (payload: Buffer, memory: Memory) => 'in' | 'event' | { readonly answer: string } | undefined
}

/** JSON frames and nothing else. */
export const plain: Dialect = { path: () => '/', inAtOnce: true, read: () => 'event' }

/** Ours: a welcome, then events that begin with their number. */
export const livedesk: Dialect = {
  path: ({ cursor, epoch }) => (cursor === undefined ? '/api/ws' : `/api/ws?cursor=${cursor}&epoch=${epoch ?? ''}`),
  inAtOnce: false,
  read: (payload, memory) => {
    if (payload.subarray(0, seqPrefix.length).equals(seqPrefix)) {
      memory.cursor = integerAt(payload, seqPrefix.length)
      return 'event'
    }
    const welcome = Welcome.safeParse(JSON.parse(payload.toString())).data
    if (!welcome) return undefined
    memory.cursor = welcome.cursor
    memory.epoch = welcome.epoch
    return 'in'
  },
}

/** Socket.IO 4 over Engine.IO 4, by WebSocket alone; with recovery, as its own client does it. */
export const socketIo: Dialect = {
  path: () => '/socket.io/?EIO=4&transport=websocket',
  inAtOnce: false,
  read: (payload, memory) => {
    switch (String.fromCharCode(payload[0] ?? 0)) {
      case '0':
        return {
          answer:
            memory.pid && memory.offset ? `40${JSON.stringify({ pid: memory.pid, offset: memory.offset })}` : '40',
        }
      case '2':
        return { answer: '3' }
      case '4':
        if (payload[1] === zero) {
          const { pid } = Connected.parse(JSON.parse(payload.subarray(2).toString()))
          if (pid !== undefined) memory.pid = pid
          return 'in'
        }
        const offset = memory.pid !== undefined && offsetIn(payload)
        if (offset) memory.offset = offset
        return 'event'
      default:
        return undefined
    }
  },
}

const Connected = z.object({ sid: z.string(), pid: z.string().optional() })

// With recovery, the last thing in an event's array is its offset.
const offsetIn = (payload: Buffer) =>
  /"(\d+-\d+)"\]$/u.exec(payload.toString('latin1', Math.max(0, payload.length - 48)))?.[1]

const seqPrefix = Buffer.from('{"seq":')

const zero = 0x30
