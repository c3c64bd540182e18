import { type Server as IoServer, type ServerOptions, Server } from 'socket.io'
import { afterCommit, openChange } from './change.ts'
import type { Seat } from './peer.ts'
import { serve, userOf } from './upgrade.ts'

/** One worker of Socket.IO: a room for each person, WebSocket alone, everything else as it comes. */
export const openSocketIo = async (databaseUrl: string, options: Partial<ServerOptions>): Promise<Seat> => {
  const { server, port } = await serve()
  const io: IoServer = new Server(server, { transports: ['websocket'], serveClient: false, ...options })
  io.on('connection', (socket) => {
    void socket.join(room(userOf(socket.request)))
  })
  const say: Seat['say'] = async (said) => {
    for (const { userId, event } of said) io.to(room(userId)).emit('event', event)
  }
  const { change, ...desk } = openChange(databaseUrl, afterCommit(say))
  return {
    port,
    say,
    sayToAll: async (events) => {
      for (const event of events) io.emit('event', event)
    },
    change,
    [Symbol.asyncDispose]: async () => {
      await io.close()
      await desk[Symbol.asyncDispose]()
    },
  }
}

const room = (userId: number) => `user:${userId}`
