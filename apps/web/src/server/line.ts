import { type Command, closeCodes } from '@livedesk/events'
import type { Clock } from './clock.ts'
import { type Frame, readFrame } from './frames.ts'

/** One open socket: the browser's, or a test's. `closed` is called once, whoever closed it. */
export type OpenSocket = (
  address: string,
  hear: { readonly message: (data: unknown) => void; readonly closed: (code: number) => void },
) => { readonly send: (text: string) => void; readonly close: () => void }

type LineOptions = {
  readonly address: string
  readonly open: OpenSocket
  readonly clock: Clock
  readonly hear: (frame: Frame) => void
  /** The line is dead, with the code that it was closed with, or because it was silent for too long. */
  readonly lost: (code: number) => void
}

const openingLimit = 10_000
const longestBeat = 10_000
const probeLimit = 2000
const slowestClock = 65_000

/** One line to the desk, from its opening to its end. It is alive for as long as something is heard on it. */
export class Line {
  readonly #clock: Clock
  readonly #lost: (code: number) => void
  readonly #socket: ReturnType<OpenSocket>
  #isOver = false
  #isProbing = false
  #beatMs: number | undefined
  #heardAt: number
  #cancelBeat = () => {}
  #cancelLimit = () => {}

  constructor({ address, open, clock, hear, lost }: LineOptions) {
    this.#clock = clock
    this.#lost = lost
    this.#heardAt = clock.now()
    this.#limit(openingLimit)
    this.#socket = open(address, {
      message: (data) => {
        if (this.#isOver) return
        this.#heardAt = clock.now()
        this.#isProbing = false
        if (this.isWelcome) this.#cancelLimit()
        hear(readFrame(data))
      },
      closed: (code) => this.#end(code),
    })
  }

  /** Whether the desk has let it in. */
  get isWelcome() {
    return this.#beatMs !== undefined
  }

  /** The desk has let it in, and wants to hear of it this often: so a dead line is found within two beats, at most 20 s. */
  welcome(heartbeatMs: number) {
    this.#beatMs = Math.min(heartbeatMs, longestBeat)
    this.#cancelLimit()
    this.#beat(this.#beatMs)
  }

  send(command: Command) {
    this.#socket.send(JSON.stringify(command))
  }

  /** Finds out soon whether it is still alive; false if its silence says that it is not. */
  probe() {
    if (this.#beatMs === undefined) return true
    if (this.#clock.now() - this.#heardAt > 2 * this.#beatMs) return false
    // Twenty tabs may ask at once: one answer is for all.
    if (!this.#isProbing) this.#ping(probeLimit)
    this.#isProbing = true
    return true
  }

  /** Time has passed, as someone knows whose clock runs. */
  tick() {
    const silence = this.#clock.now() - this.#heardAt
    if (this.#beatMs === undefined || silence < this.#beatMs) return
    if (silence > 2 * this.#beatMs) this.#end(closeCodes.too_slow)
    else this.probe()
  }

  /** Ends it from this side: nothing more is heard of it. */
  close() {
    this.#isOver = true
    this.#cancelBeat()
    this.#cancelLimit()
    this.#socket.close()
  }

  #beat(ms: number) {
    const due = this.#clock.now() + ms
    this.#cancelBeat = this.#clock.after(ms, () => {
      const late = this.#clock.now() - due
      // A tab that nobody looks at has a clock that ticks once a minute. Later than that, the machine slept, and the line
      // did not outlive it.
      if (late > slowestClock) return this.#end(closeCodes.too_slow)
      this.#ping(late > ms ? probeLimit : ms)
      this.#beat(ms)
    })
  }

  #ping(limitMs: number) {
    this.send({ type: 'ping' })
    this.#limit(limitMs)
  }

  #limit(ms: number) {
    this.#cancelLimit()
    this.#cancelLimit = this.#clock.after(ms, () => this.#end(closeCodes.too_slow))
  }

  #end(code: number) {
    if (this.#isOver) return
    this.close()
    this.#lost(code)
  }
}
