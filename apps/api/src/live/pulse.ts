import type { WebSocket } from 'ws'
import type { Connection } from './connection.ts'

/** A reader slower than this, in bytes a heartbeat, counts as one that has stopped. */
const slowestBeat = 128 * 1024

/** Pings a socket and hangs up when it has been silent for two heartbeats, its reader stopped reading, or its session ran out. */
export class Pulse implements Disposable {
  readonly #ws: WebSocket
  readonly #connection: Connection
  readonly #timer: NodeJS.Timeout
  #silentFor = 0
  #taken = 0
  #stuckFor = 0

  constructor(ws: WebSocket, connection: Connection, heartbeatMs: number) {
    this.#ws = ws
    this.#connection = connection
    this.#timer = setInterval(() => this.#beat(), heartbeatMs)
  }

  heard() {
    this.#silentFor = 0
  }

  [Symbol.dispose]() {
    clearInterval(this.#timer)
  }

  #beat() {
    const connection = this.#connection
    if (connection.who.expiresAt.getTime() <= Date.now()) return connection.close('sign_in', 'This session is over.')
    const { waiting, taken } = connection
    this.#stuckFor = waiting > 0 && taken === this.#taken ? this.#stuckFor + 1 : 0
    this.#taken = taken
    // The kernel takes what was written together as a whole: for much of it, a slow reader has more time.
    if (this.#stuckFor > waiting / slowestBeat) {
      connection.close('too_slow', 'You took your events too slowly: come back for the rest.')
      return
    }
    this.#silentFor += 1
    if (this.#silentFor > 2) this.#ws.terminate()
    else connection.ping()
  }
}
