import { createAdapter } from '@socket.io/redis-adapter'
import { socketIo } from '../dialects.ts'
import type { Peer } from './peer.ts'
import { openRedisClient } from './redis-client.ts'
import { openSocketIo } from './socket-io.ts'

/** Socket.IO between workers over Redis PUBLISH. */
export const socketIoRedis: Peer = {
  name: 'socket.io-redis',
  dialect: socketIo,
  crosses: true,
  promises: { durable: false, ordered: false, resumable: false },
  open: async ({ databaseUrl, redisUrl }) => {
    const [publish, subscribe] = [await openRedisClient(redisUrl), await openRedisClient(redisUrl)]
    return openSocketIo(databaseUrl, { adapter: createAdapter(publish, subscribe) })
  },
}
