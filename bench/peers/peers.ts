import { livedeskPostgres, livedeskRedis } from './livedesk.ts'
import { notifyPerEvent } from './notify-per-event.ts'
import type { Peer } from './peer.ts'
import { raw } from './raw.ts'
import { socketIoPostgres } from './socket-io-postgres.ts'
import { socketIoRedis } from './socket-io-redis.ts'
import { socketIoRedisStreams } from './socket-io-redis-streams.ts'
import { noEvents, notifyInside, rowOnly } from './writers.ts'
import { ws } from './ws.ts'

/** Every system that can be compared. */
export const peers = [
  livedeskPostgres,
  livedeskRedis,
  raw,
  ws,
  notifyPerEvent,
  socketIoPostgres,
  socketIoRedis,
  socketIoRedisStreams,
  noEvents,
  rowOnly,
  notifyInside,
] as const satisfies readonly Peer[]

/** A system by its name. */
export const peerNamed = (name: string): Peer => {
  const peer = peers.find((one) => one.name === name)
  if (!peer) throw new Error(`There is no system named ${name}. There are: ${peers.map((one) => one.name).join(', ')}.`)
  return peer
}
