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
}

const maxRows = 1000

/** Under load numberings come at most this often: those who commit meanwhile share the next one. */
const windowMs = 4

/** Gives committed events their place in the order: at once when asked, one transaction at a time, on its own connection. */
export class Sequencer implements AsyncDisposable {
  readonly #options: SequencerOptions
  readonly #client: SteadyClient
  #wanted = false
  #running: Promise<void> | undefined
  #closed = false
  #started = 0

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
      const early = this.#started + windowMs - performance.now()
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early))
      this.#wanted = false
      this.#started = performance.now()
      if (!this.#client.up || !(await this.#number())) return
    }
  }

  /** False when it failed: the next kick, sweep or connection tries again. */
  async #number() {
    const { metrics, log, onNumbered, position } = this.#options
    const since = position()
    try {
      const batch = await number(this.#client, maxRows)
      if (batch.entries.length > 0) {
        metrics.numberings.inc()
        metrics.numbered.inc(batch.entries.length)
        metrics.numberingSeconds.observe((performance.now() - this.#started) / 1000)
      }
      if (batch.entries.length === maxRows) this.#wanted = true
      onNumbered(batch, since)
      return true
    } catch (error) {
      log.warn({ err: error }, 'could not number events; they wait in the inbox')
      return false
    }
  }
}
