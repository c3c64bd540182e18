import type { PubSub, PubSubListener } from './pubsub.ts'

/**
 * Opens a pubsub that hears its own desk only. Several desks may share one Redis: each message names the epoch of the history
 * that it speaks of, and one that speaks of another, or of none, is not heard.
 */
export const openPubSubOfDesk = (
  epoch: () => string,
  open: (listener: PubSubListener) => PubSub,
  listener: PubSubListener,
): PubSub => {
  const prefix = () => `${epoch()} `
  const pubsub = open({
    ...listener,
    onMessage: (message) => {
      if (message.startsWith(prefix())) listener.onMessage(message.slice(prefix().length))
    },
  })
  return {
    ...pubsub,
    maxBytes: pubsub.maxBytes - prefix().length,
    publish: (message) => pubsub.publish(prefix() + message),
  }
}
