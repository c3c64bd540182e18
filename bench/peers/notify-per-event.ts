import { type WebSocket, WebSocketServer } from 'ws'
import { plain } from '../dialects.ts'
import { afterCommit, openBenchPool, openChange } from './change.ts'
import type { Peer, Seat } from './peer.ts'
import { serve, Sockets, userOf } from './upgrade.ts'

/**
 * The plain architecture of many a real-time guide: one NOTIFY an event through the pool, a listener that keeps one of the
 * pool's connections, every worker parses every message, and each socket gets a text made for it.
 */
export const notifyPerEvent: Peer = {
  name: 'notify-per-event',
  dialect: plain,
  crosses: true,
  promises: { durable: false, ordered: true, resumable: false },
  open: async ({ databaseUrl }): Promise<Seat> => {
    const sockets = new Sockets<WebSocket>()
    const { server, port } = await serve()
    new WebSocketServer({ server }).on('connection', (socket, request) => {
      const userId = userOf(request)
      sockets.add(userId, socket)
      socket.on('error', () => socket.terminate()).on('close', () => sockets.remove(userId, socket))
    })

    const pool = openBenchPool(databaseUrl)
    const listener = await pool.connect()
    // Without this Node would end the process when the connection is lost; as it is, the worker goes deaf.
    listener.on('error', () => {})
    listener.on('notification', ({ payload }) => {
      const told: unknown = JSON.parse(payload ?? '')
      if (!isTold(told)) return
      for (const socket of told.user_id === null ? sockets.all : sockets.of(told.user_id)) {
        socket.send(JSON.stringify(told.message))
      }
    })
    await listener.query('listen chat_events')
    const notify = (user_id: number | null, message: unknown) =>
      pool.query('select pg_notify($1, $2)', ['chat_events', JSON.stringify({ user_id, message })])

    const say: Seat['say'] = async (said) => {
      await Promise.all(said.map(({ userId, event }) => notify(userId, event)))
    }
    const { change, ...desk } = openChange(databaseUrl, afterCommit(say))
    return {
      port,
      say,
      sayToAll: async (events) => void (await Promise.all(events.map((event) => notify(null, event)))),
      change,
      [Symbol.asyncDispose]: async () => {
        server.close()
        listener.release(true)
        await pool.end()
        await desk[Symbol.asyncDispose]()
      },
    }
  },
}

const isTold = (value: unknown): value is Told => typeof value === 'object' && value !== null && 'user_id' in value

type Told = { readonly user_id: number | null; readonly message: unknown }
