import type { Connection, Place, Said, Wish } from '../../src/server/connection.ts'
import type { Log } from './log.ts'

/** Pictures are drawn when the test says so. */
export class ModelScreen {
  #waiting: (() => void)[] = []

  readonly soon = (run: () => void) => void this.#waiting.push(run)

  draw() {
    const waiting = this.#waiting
    this.#waiting = []
    for (const run of waiting) run()
  }
}

/** A connection that keeps the contract: it resumes or begins anew, repeats itself at times, and is cut at any time. */
export class ModelConnection implements Connection {
  readonly #log: Log
  readonly #listeners = new Set<(said: Said) => void>()
  #place: Place | undefined
  #isWanted = false
  #isTold = false
  #isUp = false

  constructor(log: Log) {
    this.#log = log
  }

  readonly subscribe = (listener: (said: Said) => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  readonly post = (wish: Wish) => {
    if (wish.kind === 'start' && !this.#isWanted) {
      this.#isWanted = true
      this.#place = wish.since && { epoch: wish.since.epoch, cursor: wish.since.cursor }
    }
  }

  /** Comes up; where it cannot resume, or is told not to, it begins anew at the head. */
  connect(canResume: boolean) {
    if (!this.#isWanted || this.#isUp) return
    this.#isUp = true
    this.#say({ kind: 'state', state: { kind: 'live' } })
    const isSameHistory = this.#place?.epoch === this.#log.epoch && this.#place.cursor <= this.#log.head
    if (!canResume || !isSameHistory) this.#place = { epoch: this.#log.epoch, cursor: this.#log.head }
    else if (this.#isTold) return
    this.#isTold = true
    if (this.#place) this.#say({ kind: 'start', ...this.#place })
  }

  /** Whether it has said everything. */
  get isCaughtUp() {
    return this.#isUp && this.#place !== undefined && this.#log.after(this.#place.cursor).length === 0
  }

  cut() {
    this.#isUp = false
  }

  /** The session is over. */
  signOut() {
    this.#isUp = false
    this.#isWanted = false
    this.#isTold = false
    this.#say({ kind: 'state', state: { kind: 'signed_out' } })
  }

  /** Says the next events. */
  hear(count: number) {
    if (!this.#isUp || !this.#place) return
    for (const { seq, event } of this.#log.after(this.#place.cursor).slice(0, count)) {
      this.#place = { ...this.#place, cursor: seq }
      this.#say({ kind: 'event', seq, event, aloud: true })
    }
  }

  /** Says events again that were said. */
  repeat(count: number) {
    const { cursor } = this.#place ?? { cursor: 0 }
    if (!this.#isUp) return
    const said = this.#log.after(0).filter(({ seq }) => seq <= cursor)
    for (const { seq, event } of said.slice(-count)) this.#say({ kind: 'event', seq, event, aloud: true })
  }

  /** Says how far it has come, when it has said everything. */
  reach() {
    if (!this.#isUp || !this.#place || this.#log.after(this.#place.cursor).length > 0) return
    this.#place = { ...this.#place, cursor: this.#log.head }
    this.#say({ kind: 'reached', cursor: this.#log.head })
  }

  #say(said: Said) {
    for (const listener of this.#listeners) listener(said)
  }
}
