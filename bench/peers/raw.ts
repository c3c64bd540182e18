import { textFrame } from '@livedesk/api/src/live/frame.ts'
import type { Duplex } from 'node:stream'
import { plain } from '../dialects.ts'
import { afterCommit, openChange } from './change.ts'
import type { Peer, Seat } from './peer.ts'
import { serve, Sockets, switching, userOf } from './upgrade.ts'

/** The limit of Node on this machine: a buffer that is already framed, written to raw sockets. No workers, no promise, no protocol. */
export const raw: Peer = {
  name: 'raw',
  dialect: plain,
  crosses: false,
  promises: { durable: false, ordered: false, resumable: false },
  open: async ({ databaseUrl }): Promise<Seat> => {
    const sockets = new Sockets<Duplex>()
    const { server, port } = await serve((request, socket) => {
      const userId = userOf(request)
      sockets.add(userId, socket)
      socket.on('error', () => socket.destroy()).on('close', () => sockets.remove(userId, socket))
      socket.on('data', () => {})
      socket.write(switching(request))
    })
    const say: Seat['say'] = async (said) => {
      for (const { userId, event } of said) {
        const frame = textFrame(JSON.stringify(event))
        for (const socket of sockets.of(userId)) socket.write(frame)
      }
    }
    const { change, ...desk } = openChange(databaseUrl, afterCommit(say))
    return {
      port,
      say,
      sayToAll: async (events) => {
        for (const event of events) {
          const frame = textFrame(JSON.stringify(event))
          for (const socket of sockets.all) socket.write(frame)
        }
      },
      change,
      [Symbol.asyncDispose]: async () => {
        server.close()
        await desk[Symbol.asyncDispose]()
      },
    }
  },
}
