import type { Clock } from '../src/server/clock.ts'

/** A clock that moves when the test moves it. What falls due runs in its order, each at its own time. */
export class HeldClock implements Clock {
  #now = 0
  #alarms: { readonly at: number; readonly run: () => void }[] = []

  readonly now = () => this.#now

  readonly after = (ms: number, run: () => void) => {
    const alarm = { at: this.#now + ms, run }
    this.#alarms.push(alarm)
    return () => {
      this.#alarms = this.#alarms.filter((other) => other !== alarm)
    }
  }

  /** Whether nothing waits. */
  get isQuiet() {
    return this.#alarms.length === 0
  }

  pass(ms: number) {
    const until = this.#now + ms
    for (let next = this.#next(until); next; next = this.#next(until)) {
      this.#now = Math.max(this.#now, next.at)
      next.run()
    }
    this.#now = until
  }

  /** The machine sleeps: time passes, and nothing runs. */
  sleep(ms: number) {
    this.#now += ms
  }

  #next(until: number) {
    const due = this.#alarms.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)[0]
    this.#alarms = this.#alarms.filter((alarm) => alarm !== due)
    return due
  }
}
