import type { Clock } from './clock.ts'

const firstWait = 100
const longestWait = 5000
const between = 2000

/** Paces the reloads of one entry: soon, but never often, and less and less often while they do not help. */
export class ReloadPace {
  readonly #clock: Clock
  #inVain = 0
  #last = Number.NEGATIVE_INFINITY
  #cancel: (() => void) | undefined

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Runs a reload when its time has come; once, however often it is asked for until then. */
  soon(reload: () => void) {
    if (this.#cancel) return
    const patience = Math.min(firstWait * 2 ** this.#inVain, longestWait)
    this.#cancel = this.#clock.after(Math.max(patience, this.#last + between - this.#clock.now()), () => {
      this.#cancel = undefined
      this.#inVain += 1
      this.#last = this.#clock.now()
      reload()
    })
  }

  /** The entry is as it should be. */
  settled() {
    this.#inVain = 0
  }

  cancel() {
    this.#cancel?.()
  }
}
