import { type WebSocket, WebSocketServer } from 'ws'
import { plain } from '../dialects.ts'
import { afterCommit, openChange } from './change.ts'
import type { Peer, Seat } from './peer.ts'
import { serve, Sockets, userOf } from './upgrade.ts'

/** `ws` as its README has it: one `send` for each socket. One process's sockets only. */
export const ws: Peer = {
  name: 'ws',
  dialect: plain,
  crosses: false,
  promises: { durable: false, ordered: false, resumable: false },
  open: async ({ databaseUrl }): Promise<Seat> => {
    const sockets = new Sockets<WebSocket>()
    const { server, port } = await serve()
    new WebSocketServer({ server }).on('connection', (socket, request) => {
      const userId = userOf(request)
      sockets.add(userId, socket)
      socket.on('error', () => socket.terminate()).on('close', () => sockets.remove(userId, socket))
    })
    const say: Seat['say'] = async (said) => {
      for (const { userId, event } of said) {
        const text = JSON.stringify(event)
        for (const socket of sockets.of(userId)) socket.send(text)
      }
    }
    const { change, ...desk } = openChange(databaseUrl, afterCommit(say))
    return {
      port,
      say,
      sayToAll: async (events) => {
        for (const event of events) {
          const text = JSON.stringify(event)
          for (const socket of sockets.all) socket.send(text)
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
