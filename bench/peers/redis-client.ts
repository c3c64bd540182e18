import { createClient } from 'redis'

/** A connected Redis client that comes back by itself, as the adapters' documentation sets it up. */
export const openRedisClient = async (url: string) => {
  const client = createClient({ url })
  client.on('error', () => {})
  await client.connect()
  return client
}
