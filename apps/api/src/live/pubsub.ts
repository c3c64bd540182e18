/**
 * Carries small messages to every worker of the desk, this one included. Best effort: a message may be lost, doubled or late;
 * nothing rests on it but speed. `publish` never waits and never throws.
 */
export interface PubSub extends AsyncDisposable {
  readonly kind: 'postgres' | 'redis' | 'memory'
  /** The longest message it carries, in bytes of UTF-8. */
  readonly maxBytes: number
  /** Settles when it is subscribed for the first time, or has failed to once. */
  tried(): Promise<void>
  publish(message: string): void
  /** Drops the subscription and makes a new one: it is thought to be deaf. */
  resubscribe(reason: string): void
}

export type PubSubListener = {
  readonly onMessage: (message: string) => void
  /** Subscribed, for the first time or again: what was said before has been missed. */
  readonly onSubscribed: () => void
  readonly onLost: (reason: string) => void
}
