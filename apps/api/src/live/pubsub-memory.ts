import type { PubSub, PubSubListener } from './pubsub.ts'

/** What workers inside one process share in place of Postgres or Redis. */
export class MemoryBus {
  readonly #listeners = new Set<PubSubListener>()

  /** Joins the bus. Messages arrive in a later task, as they would from a network. */
  open(listener: PubSubListener): PubSub {
    this.#listeners.add(listener)
    setImmediate(() => this.#listeners.has(listener) && listener.onSubscribed())
    return {
      kind: 'memory',
      maxBytes: 64 * 1024,
      tried: async () => {},
      publish: (message) => {
        setImmediate(() => {
          for (const each of this.#listeners) each.onMessage(message)
        })
      },
      resubscribe: () => listener.onSubscribed(),
      [Symbol.asyncDispose]: async () => void this.#listeners.delete(listener),
    }
  }
}
