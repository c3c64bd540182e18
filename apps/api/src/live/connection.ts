import { type ChatId, closeCodes, type CloseReason, type UserId } from '@livedesk/events'
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { pingFrame } from './frame.ts'

/** Who is at the other end of a socket, as the session cookie or the bearer token said. */
export type SignedIn = { readonly userId: UserId; readonly sessionId: number; readonly expiresAt: Date }

/** A place behind delivery: everything up to `cursor` has been served, and these were the person's chats there. */
export type Past = { cursor: number; readonly chats: Set<ChatId> }

/** What `ws` writes for us, beside the frames that we write ourselves. */
type ControlFrames = Pick<WebSocket, 'pong' | 'close' | 'terminate'>

/**
 * Where a socket stands: behind delivery, or `arriving` when it has not been welcomed yet or waits to be told to load anew.
 * Such a one has no cursor, and nothing is served to it. Undefined while it is live.
 */
export type Place = Past | 'arriving' | undefined

/** What one socket may have waiting, in bytes, the next frame included. A larger frame goes only onto an empty buffer. */
const socketBound = 256 * 1024

/**
 * One socket, seen from delivery. It is live (it gets each entry as it is numbered) or catching up from `cursor`, with the
 * memberships its person had there. Frames are queued and leave together on `flush`, in one write.
 */
export class Connection {
  readonly who: SignedIn
  readonly openedAt = Date.now()
  readonly #ws: ControlFrames
  readonly #stream: Duplex & { readonly bytesWritten?: number }
  #queue: Buffer[] = []
  #queued = 0
  #closed = false
  #closedWith: number | undefined
  past: Place = 'arriving'

  constructor(ws: ControlFrames, stream: Duplex, who: SignedIn) {
    this.#ws = ws
    this.#stream = stream
    this.who = who
  }

  get closed() {
    return this.#closed
  }

  /** The code that the desk closed it with; undefined if the other side ended it. */
  get closedWith() {
    return this.#closedWith
  }

  /** Bytes that have not yet gone to the kernel. */
  get waiting() {
    return this.#queued + this.#stream.writableLength
  }

  /** Bytes that the kernel has taken: stands still when the reader has stopped reading. */
  get taken() {
    // What a socket calls written includes what it still holds.
    return (this.#stream.bytesWritten ?? 0) - this.#stream.writableLength
  }

  /** Takes a frame to be sent with the next flush; false if it does not fit into what the socket may have waiting. */
  offer(frame: Buffer): boolean {
    if (this.#closed) return true
    const { waiting } = this
    if (waiting > 0 && waiting + frame.length > socketBound) return false
    this.#queue.push(frame)
    this.#queued += frame.length
    return true
  }

  /** Writes what is queued, in one system call. `then` runs when all of it has gone. */
  flush(then?: () => void) {
    const bytes = this.#take()
    if (this.#closed || !this.#stream.writable) return
    if (bytes) this.#stream.write(bytes)
    if (then) this.#stream.write(Buffer.alloc(0), (error) => !error && then())
  }

  /** Empties the queue, and gives what was in it as one piece: a copy costs less than a vector of many. */
  #take() {
    const [first] = this.#queue
    const bytes = this.#queue.length > 1 ? Buffer.concat(this.#queue, this.#queued) : first
    this.#queue.length = 0
    this.#queued = 0
    return bytes
  }

  ping() {
    if (!this.#closed && this.#stream.writable) this.#stream.write(pingFrame)
  }

  /** Answers a ping, unless there is no room: whoever does not read its answers needs none. */
  pong(data: Buffer) {
    if (!this.#closed && this.waiting < socketBound) this.#ws.pong(data)
  }

  /** Says goodbye with a code of the contract, and hangs up on whoever does not answer within a second. */
  close(reason: CloseReason, words: string) {
    if (this.#closed) return
    this.flush()
    this.#closed = true
    this.#closedWith = closeCodes[reason]
    this.#ws.close(this.#closedWith, words)
    setTimeout(() => this.#ws.terminate(), 1000).unref()
  }

  /** Hangs up at once. */
  terminate() {
    this.#closed = true
    this.#ws.terminate()
  }

  /** The socket is gone: nothing more is kept for it. */
  ended() {
    this.#closed = true
    this.#queue = []
    this.#queued = 0
  }
}
