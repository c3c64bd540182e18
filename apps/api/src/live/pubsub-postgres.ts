import type { Logger } from 'pino'
import type { PubSub, PubSubListener } from './pubsub.ts'
import { SteadyClient } from './steady-client.ts'

const channel = 'livedesk'

/** NOTIFY refuses 8,000 bytes and more. */
const maxBytes = 7999

/** PubSub over LISTEN and NOTIFY, on two connections of its own: the one that listens does nothing else. */
export const openPostgresPubSub = (
  options: { readonly databaseUrl: string; readonly log: Logger },
  listener: PubSubListener,
): PubSub => {
  const { databaseUrl, log } = options
  const listening = new SteadyClient({
    databaseUrl,
    log,
    name: 'listen',
    prepare: async (client) => {
      client.on('notification', ({ payload }) => listener.onMessage(payload ?? ''))
      await client.query(`listen ${channel}`)
    },
    onUp: listener.onSubscribed,
    onDown: listener.onLost,
  })
  const notifying = new SteadyClient({ databaseUrl, log, name: 'notify' })

  return {
    kind: 'postgres',
    maxBytes,
    tried: async () => void (await Promise.all([listening.tried(), notifying.tried()])),
    publish: (message) => {
      // A lost nudge is made good by the sweep; the lost connection has been logged.
      notifying
        .query({ name: 'live_notify', text: `select pg_notify('${channel}', $1)`, values: [message], rowMode: 'array' })
        .catch(() => {})
    },
    resubscribe: (reason) => {
      listening.reset(reason)
      notifying.reset(reason)
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all([listening[Symbol.asyncDispose](), notifying[Symbol.asyncDispose]()])
    },
  }
}
