import type { Connection } from './connection.ts'

type RoundOptions = {
  /** Every socket of this worker. */
  readonly everyone: () => Iterable<Connection>
  /** A socket has no room for what comes after this position. */
  readonly lag: (connection: Connection, cursor: number) => void
}

/** So much of what everyone hears is put together for one write. */
const togetherBytes = 64 * 1024

/** One round of delivery: whatever a socket hears in it, from however many entries, leaves in one write. */
export class Round {
  readonly #options: RoundOptions
  readonly #touched = new Set<Connection>()
  #together: { readonly after: number; readonly frames: Buffer[]; bytes: number } | undefined
  #told = 0
  #leaving = false

  constructor(options: RoundOptions) {
    this.#options = options
  }

  /** Gives these sockets the frame of an entry. */
  tell(connections: Iterable<Connection>, frame: Buffer, seq: number) {
    this.#tellEveryone()
    for (const connection of connections) this.#offer(connection, frame, seq - 1, 1)
  }

  /** Gives every socket the frame of an entry. Frames for everyone that follow each other are joined once for all. */
  tellEveryone(frame: Buffer, seq: number) {
    if (this.#together && this.#together.bytes + frame.length > togetherBytes) this.#tellEveryone()
    this.#together ??= { after: seq - 1, frames: [], bytes: 0 }
    this.#together.frames.push(frame)
    this.#together.bytes += frame.length
  }

  /** Leaves a socket out: it is gone, or served in another way from here on. */
  leaveOut(connection: Connection) {
    this.#touched.delete(connection)
  }

  /** Hands over what has been told so far, for who may hear is about to change. */
  settle() {
    this.#tellEveryone()
  }

  /** Ends the round, and says how many events were told in it. What is told in one turn of the event loop leaves together. */
  end() {
    this.#tellEveryone()
    if (this.#touched.size > 0 && !this.#leaving) {
      this.#leaving = true
      queueMicrotask(() => this.#leave())
    }
    const told = this.#told
    this.#told = 0
    return told
  }

  #leave() {
    this.#leaving = false
    for (const connection of this.#touched) connection.flush()
    this.#touched.clear()
  }

  #tellEveryone() {
    if (!this.#together) return
    const { after, frames, bytes } = this.#together
    this.#together = undefined
    const [first] = frames
    const joined = frames.length === 1 && first ? first : Buffer.concat(frames, bytes)
    for (const connection of this.#options.everyone()) this.#offer(connection, joined, after, frames.length)
  }

  #offer(connection: Connection, frame: Buffer, after: number, events: number) {
    if (connection.past) return
    if (connection.offer(frame)) {
      this.#touched.add(connection)
      this.#told += events
    } else this.#options.lag(connection, after)
  }
}
