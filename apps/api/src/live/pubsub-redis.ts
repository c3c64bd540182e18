import type { Logger } from 'pino'
import { createClient } from 'redis'
import type { PubSub, PubSubListener } from './pubsub.ts'

const channel = 'livedesk'

/** PubSub over Redis: one connection subscribes, one publishes. Nothing is kept in Redis. */
export const openRedisPubSub = (
  options: { readonly redisUrl: string; readonly log: Logger },
  listener: PubSubListener,
): PubSub => {
  const { redisUrl, log } = options
  const open = (name: string) => {
    const client = createClient({
      url: redisUrl,
      name: `livedesk-${name}`,
      disableOfflineQueue: true,
      socket: {
        connectTimeout: 5000,
        reconnectStrategy: (tries) => Math.min(50 * 2 ** tries, 2000) * (0.5 + Math.random() / 2),
      },
    })
    client.on('error', (error: Error) =>
      log.warn({ connection: name, reason: error.message }, 'trouble with Redis; reconnecting'),
    )
    return client
  }

  let publishing = open('publish')
  let subscribing = open('subscribe')
  let closed = false

  // node-redis subscribes again by itself after it reconnected, and says 'ready' when that is done.
  const subscribe = async () => {
    const client = subscribing
    client.on('ready', () => client === subscribing && client.isPubSubActive && listener.onSubscribed())
    client.on('reconnecting', () => client === subscribing && listener.onLost('the connection to Redis was lost'))
    await client.connect()
    await client.subscribe(channel, listener.onMessage)
    if (client === subscribing) listener.onSubscribed()
  }
  const start = () => Promise.all([publishing.connect(), subscribe()]).then(nothing, nothing)
  const stop = () => {
    publishing.destroy()
    subscribing.destroy()
  }
  let started = start()

  return {
    kind: 'redis',
    maxBytes: 64 * 1024,
    // A client that cannot connect goes on trying; nobody waits for it longer than a first attempt takes.
    tried: () => Promise.race([started, new Promise<void>((resolve) => setTimeout(resolve, 2000).unref())]),
    publish: (message) => void publishing.publish(channel, message).catch(nothing),
    resubscribe: (reason) => {
      if (closed) return
      listener.onLost(reason)
      stop()
      publishing = open('publish')
      subscribing = open('subscribe')
      started = start()
    },
    [Symbol.asyncDispose]: async () => {
      closed = true
      stop()
      await started
    },
  }
}

const nothing = () => {}
