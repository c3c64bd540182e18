import type { Clock } from './clock.ts'

/** As the contract has it: whoever has touched no tab for this long, in milliseconds, is away. */
const awayAfter = 5 * 60_000

/** Finds out whether the person at this browser is away, and says so whenever it is no longer as it was said last. */
export class AwayWatch {
  readonly #clock: Clock
  readonly #say: (isAway: boolean) => void
  /** When any tab was touched last. Before one said so nothing is known, and nothing is said. */
  #touchedAt: number | undefined
  #isOn = false
  #isAway = false
  #stop = () => {}

  constructor(clock: Clock, say: (isAway: boolean) => void) {
    this.#clock = clock
    this.#say = say
  }

  /** Somebody listens now, of whom nothing was said yet. */
  begin() {
    this.#isOn = true
    this.#isAway = false
    this.#look()
  }

  /** Nobody listens any more. */
  end() {
    this.#isOn = false
    this.#stop()
  }

  /** A tab was touched at this time. Tabs may tell it late, and not in order. */
  touch(at: number) {
    this.#touchedAt = Math.max(this.#touchedAt ?? at, at)
    this.#look()
  }

  #look() {
    this.#stop()
    if (!this.#isOn || this.#touchedAt === undefined) return
    const left = this.#touchedAt + awayAfter - this.#clock.now()
    if (left > 0) this.#stop = this.#clock.after(left, () => this.#look())
    const isAway = left <= 0
    if (isAway === this.#isAway) return
    this.#isAway = isAway
    this.#say(isAway)
  }
}
