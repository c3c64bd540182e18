import pg from 'pg'
import type { Logger } from 'pino'
import { type Batch, number } from './log.ts'
import type { LiveMetrics } from './metrics.ts'
import { SteadyClient } from './steady-client.ts'

type SequencerOptions = {
  readonly databaseUrl: string
  readonly log: Logger
  readonly metrics: LiveMetrics
  /** Called with each answer, empty ones too. `since` is `position()` when it was asked for. */
  readonly onNumbered: (batch: Batch, since: number) => void
  readonly position: () => number
  /** The name under which Postgres tells the other workers of each numbering; undefined if they are told in another way. */
  readonly nudgeFrom: string | undefined
}

const maxRows = 1000

/** Under load numberings come this far apart, and those who commit meanwhile share the next one. */
const longestWindowMs = 40

/** What the desk said within about so many milliseconds tells how long the window is: none up to 300 events a second, the longest from 1,900 on. */
const memoryMs = 50
const [calm, perMs] = [15, 2]

/** Gives committed events their place in the order: at once when asked, one transaction at a time, on its own connection. */
export class Sequencer implements AsyncDisposable {
  readonly #options: SequencerOptions
  readonly #client: SteadyClient
  #wanted = false
  #running: Promise<void> | undefined
  #closed = false
  #started = 0
  readonly #pressure = new Pressure()
  /** Numbering matters more than nudging: when Postgres could not take the nudge, it is tried once without. */
  #silent = false

  constructor(options: SequencerOptions) {
    this.#options = options
    const { databaseUrl, log } = options
    this.#client = new SteadyClient({ databaseUrl, log, name: 'sequence', onUp: () => this.kick() })
  }

  get up() {
    return this.#client.up
  }

  /** Asks for a numbering of all that is committed by now. Returns at once. */
  kick() {
    this.#wanted = true
    if (!this.#running && !this.#closed) this.#running = this.#run().finally(() => (this.#running = undefined))
  }

  /** Numbers what is left and lets go of the connection. */
  async [Symbol.asyncDispose]() {
    await this.#client.tried()
    this.kick()
    await this.#running
    this.#closed = true
    await this.#client[Symbol.asyncDispose]()
  }

  async #run() {
    while (this.#wanted) {
      const early = this.#started + this.#pressure.windowMs(this.#options.position()) - performance.now()
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early))
      this.#wanted = false
      this.#started = performance.now()
      if (!this.#client.up || !(await this.#number())) return
    }
  }

  /** False when it failed: the next kick, sweep or connection tries again. */
  async #number() {
    const { metrics, log, onNumbered, position, nudgeFrom = null } = this.#options
    const since = position()
    try {
      const batch = await number(this.#client, maxRows, this.#silent ? null : nudgeFrom)
      this.#silent = false
      if (batch.entries.length > 0) {
        metrics.numberings.inc()
        metrics.numbered.inc(batch.entries.length)
        metrics.numberingSeconds.observe((performance.now() - this.#started) / 1000)
      }
      if (batch.entries.length === maxRows) this.#wanted = true
      onNumbered(batch, since)
      return true
    } catch (error) {
      this.#silent = isQueueFull(error)
      log.warn({ err: error }, 'could not number events; they wait in the inbox')
      return false
    }
  }
}

// program_limit_exceeded: somebody listens and does not fetch, and the queue of notifications is full.
const isQueueFull = (error: unknown) => error instanceof pg.DatabaseError && error.code === '54000'

/** How many events the whole desk has had lately: a count that fades, so that it needs no clock of its own. */
class Pressure {
  #events = 0
  #at = 0
  #position: number | undefined

  /** How long those who commit now wait for each other, when the order stands at this position. */
  windowMs(position: number) {
    const now = performance.now()
    const more = Math.max(0, position - (this.#position ?? position))
    this.#events = this.#events * Math.exp((this.#at - now) / memoryMs) + more
    this.#at = now
    this.#position = position
    return Math.min(longestWindowMs, Math.max(0, (this.#events - calm) / perMs))
  }
}
