import type { ConnectionState, Said } from './connection.ts'

/** Those who listen to a connection, and the state that each is told when they begin to. */
export class Speaker {
  readonly #listeners = new Set<(said: Said) => void>()
  #state: ConnectionState = { kind: 'stopped', why: 'not_started' }

  get state() {
    return this.#state
  }

  readonly subscribe = (listener: (said: Said) => void) => {
    this.#listeners.add(listener)
    listener({ kind: 'state', state: this.#state })
    return () => void this.#listeners.delete(listener)
  }

  enter(state: ConnectionState) {
    this.#state = state
    this.say({ kind: 'state', state })
  }

  say(said: Said) {
    for (const listener of this.#listeners) listener(said)
  }
}
