import { setTimeout as wait } from 'node:timers/promises'
import type { Violation } from './check.ts'
import { Readiness } from './orders.ts'
import type { ChaosWorker } from './workers.ts'

/** A worker has this long to find its way back to a Postgres that answers again (D5). */
const healWithinMs = 5000

/** Watches what workers say of themselves while Postgres is away, and how soon they are back when it is. */
export class PostgresWatch {
  readonly violations: Violation[] = []
  readonly #workers: readonly ChaosWorker[]
  readonly #watching = new Set<Promise<void>>()
  #state: 'gone' | 'back' = 'back'
  #turn = 0
  crashed = false
  slowestHealMs = 0

  constructor(workers: readonly ChaosWorker[]) {
    this.#workers = workers
  }

  told(state: 'gone' | 'crashed' | 'back') {
    if (state === 'crashed') this.crashed = true
    this.#state = state === 'back' ? 'back' : 'gone'
    this.#turn += 1
    for (const worker of this.#workers) {
      const watching = (state === 'back' ? this.#heals(worker, this.#turn) : this.#admits(worker, this.#turn)).finally(
        () => this.#watching.delete(watching),
      )
      this.#watching.add(watching)
    }
  }

  async settled() {
    await Promise.all(this.#watching)
  }

  /** A second after Postgres has gone, whoever is asked says so. */
  async #admits(worker: ChaosWorker, turn: number) {
    await wait(1000)
    const { starts } = worker
    const said = await readinessOf(worker)
    // It may be back, or the worker is another process by now.
    if (!said?.ready || this.#state === 'back' || this.#turn !== turn || worker.starts !== starts) return
    this.violations.push({ rule: 'D5', words: 'A worker says that it is ready a second after Postgres has gone.' })
  }

  async #heals(worker: ChaosWorker, turn: number) {
    const { starts } = worker
    const since = performance.now()
    for (;;) {
      await wait(20)
      // Killed, frozen or bereft of Postgres again: what it takes now says nothing of this return.
      if (worker.starts !== starts || worker.frozen || worker.port === undefined || this.#turn !== turn) return
      const said = await readinessOf(worker)
      const tookMs = performance.now() - since
      if (said && !said.reasons.some((reason) => reason.startsWith('The connection that'))) {
        this.slowestHealMs = Math.max(this.slowestHealMs, tookMs)
        return
      }
      if (tookMs < healWithinMs) continue
      this.violations.push({
        rule: 'D5',
        words: `A worker is not back ${healWithinMs} ms after Postgres: ${said?.reasons.join(' ') ?? 'it does not answer'}`,
      })
      return
    }
  }
}

const readinessOf = async (worker: ChaosWorker) => {
  const asked = worker.ask({ do: 'readiness' }).then(
    (answer) => Readiness.parse(answer),
    () => undefined,
  )
  return Promise.race([asked, wait(1000, undefined, { ref: false })])
}
