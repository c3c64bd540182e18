import { closeCodes, UserId } from '@livedesk/events'
import type { Dice } from '../chaos/dice.ts'
import { Listener } from '../chaos/listener.ts'
import type { SimulatedDatabase } from './database.ts'
import type { VirtualTime } from './virtual-time.ts'
import { Wire } from './wire.ts'
import type { SimulatedWorker, Socket } from './worker.ts'

type ClientOptions = {
  readonly name: string
  readonly userId: number
  readonly time: VirtualTime
  readonly dice: Dice
  readonly database: SimulatedDatabase
  readonly workers: readonly [SimulatedWorker, ...SimulatedWorker[]]
  readonly newSession: () => number
}

const pingEveryMs = 1000

/** A tab: it comes, hears, is cut off, comes back to any worker and resumes, by the protocol's rules. */
export class SimulatedClient {
  readonly listener = new Listener()
  readonly #options: ClientOptions
  #wire: Wire | undefined
  #socket: Socket | undefined

  constructor(options: ClientOptions) {
    this.#options = options
    void this.#run()
  }

  get sessionId() {
    return this.listener.history?.sessionId
  }

  get live() {
    return this.#socket !== undefined && this.#socket.connection.past === undefined
  }

  /** The line is lost. */
  cut() {
    this.#wire?.cut()
    this.#socket?.hangUp()
  }

  /** Stops reading what comes, or goes on. */
  goOn(reading: boolean) {
    this.#wire?.goOn(reading)
  }

  async #run(): Promise<never> {
    const { time, dice, database, name, userId, newSession } = this.#options
    for (;;) {
      if (!this.listener.history && database.up) this.listener.begin({ tab: name, userId, sessionId: newSession() })
      const code = this.listener.history && (await this.#connect())
      if (code === closeCodes.sign_in && database.up) {
        this.listener.begin({ tab: name, userId, sessionId: newSession() })
      }
      await time.wait(dice.between(1, dice.pick([20, 20, 20, 400, 4000])))
    }
  }

  async #connect() {
    const { time, dice, workers, userId } = this.#options
    const { listener } = this
    const asked = listener.place
    const wire = new Wire(time, dice, (frame) => void listener.hear(frame, asked))
    this.#wire = wire
    const who = {
      userId: UserId.parse(userId),
      sessionId: this.sessionId ?? 0,
      expiresAt: new Date(8.64e15),
    }
    const socket = await dice.pick(workers).admit(wire, who, asked)
    if (socket === 'nobody') return closeCodes.sign_in
    if (!socket) return undefined
    this.#socket = socket
    this.#pulse(socket)
    // The line was lost while it was being let in.
    if (wire.isCut) socket.hangUp()
    const code = await socket.closed
    this.#socket = undefined
    listener.closed(code)
    return code
  }

  #pulse(socket: Socket) {
    this.#options.time.after(pingEveryMs, () => {
      if (this.#socket !== socket) return
      socket.ping()
      this.#pulse(socket)
    })
  }
}
