import { createAdapter } from '@socket.io/redis-streams-adapter'
import { socketIo } from '../dialects.ts'
import type { Peer } from './peer.ts'
import { openRedisClient } from './redis-client.ts'
import { openSocketIo } from './socket-io.ts'

/** Socket.IO between workers over a Redis stream, with connection state recovery: what it has that comes nearest to resuming. */
export const socketIoRedisStreams: Peer = {
  name: 'socket.io-redis-streams',
  dialect: socketIo,
  crosses: true,
  promises: { durable: false, ordered: true, resumable: 'if heard before' },
  open: async ({ databaseUrl, redisUrl }) =>
    openSocketIo(databaseUrl, {
      adapter: createAdapter(await openRedisClient(redisUrl)),
      connectionStateRecovery: { maxDisconnectionDuration: 120_000, skipMiddlewares: true },
    }),
}
