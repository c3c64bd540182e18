import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import type { PubSub, PubSubListener } from '../../src/live/pubsub.ts'
import { MemoryBus } from '../../src/live/pubsub-memory.ts'
import { openPubSubOfDesk } from '../../src/live/pubsub-of-desk.ts'
import { openPostgresPubSub } from '../../src/live/pubsub-postgres.ts'
import { openRedisPubSub } from '../../src/live/pubsub-redis.ts'
import { openDatabase } from '../database.ts'
import { redisSuite } from '../redis-suite.ts'
import { openRedis } from './redis.ts'

const log = pino({ level: 'silent' })

type Network = AsyncDisposable & { join(listener: PubSubListener): PubSub }

const networks: {
  readonly name: string
  readonly run: (name: string, suite: () => void) => void
  readonly open: () => Promise<Network>
}[] = [
  {
    name: 'postgres',
    run: describe,
    open: async () => {
      const database = await openDatabase()
      return {
        join: (listener) => openPostgresPubSub({ databaseUrl: database.url, log }, listener),
        [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
      }
    },
  },
  {
    name: 'redis',
    run: redisSuite,
    open: async () => {
      const redis = await openRedis()
      return {
        join: (listener) => openRedisPubSub({ redisUrl: redis.url, log }, listener),
        [Symbol.asyncDispose]: () => redis[Symbol.asyncDispose](),
      }
    },
  },
  {
    name: 'memory',
    run: describe,
    open: async () => {
      const bus = new MemoryBus()
      return { join: (listener) => bus.open(listener), [Symbol.asyncDispose]: async () => {} }
    },
  },
]

for (const { name, run, open } of networks) {
  run(`the pubsub over ${name}`, () => {
    test('carries a message to every worker, the one that said it included', async () => {
      await using network = await open()
      await using one = await joined(network)
      await using two = await joined(network)

      one.pubsub.publish('fire')

      expect(await one.next()).toBe('fire')
      expect(await two.next()).toBe('fire')
    })

    test('keeps the order of one worker’s messages', async () => {
      await using network = await open()
      await using one = await joined(network)
      await using two = await joined(network)
      const said = Array.from({ length: 100 }, (_, index) => `message ${index}`)

      for (const message of said) one.pubsub.publish(message)

      const heard = []
      while (heard.length < said.length) heard.push(await two.next())
      expect(heard).toEqual(said)
    })

    test('carries messages up to its limit whole, in any script', async () => {
      await using network = await open()
      await using one = await joined(network)
      const message = 'ж'.repeat(Math.floor(one.pubsub.maxBytes / 2))

      one.pubsub.publish(message)

      expect(await one.next()).toBe(message)
    })

    test('hears again after it subscribed anew', async () => {
      await using network = await open()
      await using one = await joined(network)
      await using two = await joined(network)

      const again = two.subscribed()
      two.pubsub.resubscribe('the test asks for it')
      await again
      one.pubsub.publish('again')

      expect(await two.next()).toBe('again')
    })

    test('says nothing to a worker that has left', async () => {
      await using network = await open()
      await using stays = await joined(network)
      const heard: string[] = []
      {
        await using leaves = await joined(network)
        void leaves.next().then((message) => heard.push(message))
      }

      stays.pubsub.publish('audible')

      expect(await stays.next()).toBe('audible')
      expect(heard).toEqual([])
    })
  })
}

/** A subscribed member of the network, whose messages are read one by one. */
const joined = async (network: Network) => {
  const messages: string[] = []
  let arrived = Promise.withResolvers<void>()
  let subscribed = Promise.withResolvers<void>()
  const first = subscribed.promise
  const pubsub = network.join({
    onMessage: (message) => {
      messages.push(message)
      arrived.resolve()
      arrived = Promise.withResolvers()
    },
    onSubscribed: () => {
      subscribed.resolve()
      subscribed = Promise.withResolvers()
    },
    onLost: () => {},
  })
  await pubsub.tried()
  await first
  return {
    pubsub,
    /** Settles when it is subscribed the next time. */
    subscribed: () => subscribed.promise,
    next: async () => {
      while (messages.length === 0) await arrived.promise
      return String(messages.shift())
    },
    [Symbol.asyncDispose]: () => pubsub[Symbol.asyncDispose](),
  }
}

test('a worker hears only what is said of its own desk, in its present history', async () => {
  const bus = new MemoryBus()
  const network = (epoch: string) => ({
    join: (listener: PubSubListener) =>
      openPubSubOfDesk(
        () => epoch,
        (inner) => bus.open(inner),
        listener,
      ),
    [Symbol.asyncDispose]: async () => {},
  })
  await using ours = await joined(network('a'.repeat(32)))
  await using theirs = await joined(network('b'.repeat(32)))

  theirs.pubsub.publish('not for us')
  bus.open({ onMessage: () => {}, onSubscribed: () => {}, onLost: () => {} }).publish('of no desk')
  ours.pubsub.publish('x'.repeat(ours.pubsub.maxBytes))

  expect(await ours.next()).toBe('x'.repeat(ours.pubsub.maxBytes))
})
