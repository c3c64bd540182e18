import type { Batch } from './log.ts'
import { numberedNudge } from './nudge.ts'
import type { PubSub } from './pubsub.ts'

/** At most one nudge in this time: what is numbered meanwhile goes with the next. */
const windowMs = 3

/** Tells the other workers what was numbered: the first at once, then many batches in one nudge. */
export class Herald {
  readonly #worker: string
  readonly #pubsub: PubSub
  #pending: Batch | undefined
  #timer: NodeJS.Timeout | undefined
  #last = 0

  constructor(worker: string, pubsub: PubSub) {
    this.#worker = worker
    this.#pubsub = pubsub
  }

  tell(batch: Batch) {
    this.#pending = this.#pending ? joined(this.#pending, batch) : batch
    if (this.#timer) return
    const early = this.#last + windowMs - performance.now()
    if (early > 0) this.#timer = setTimeout(() => this.#send(), early)
    else this.#send()
  }

  [Symbol.dispose]() {
    clearTimeout(this.#timer)
    if (this.#pending) this.#send()
  }

  #send() {
    this.#timer = undefined
    this.#last = performance.now()
    if (this.#pending) this.#pubsub.publish(numberedNudge(this.#worker, this.#pending, this.#pubsub.maxBytes))
    this.#pending = undefined
  }
}

/** Two batches as one if they touch; else the later alone, which makes the receiver read the log. */
const joined = (earlier: Batch, later: Batch): Batch =>
  earlier.head === later.prev
    ? { prev: earlier.prev, head: later.head, entries: [...earlier.entries, ...later.entries] }
    : later
