import type { Pong } from '@livedesk/events'
import { Connection, type SignedIn } from '@livedesk/api/src/live/connection.ts'
import { textFrame } from '@livedesk/api/src/live/frame.ts'
import { Hub } from '@livedesk/api/src/live/hub.ts'
import { type Batch, number } from '@livedesk/api/src/live/log.ts'
import { liveMetrics } from '@livedesk/api/src/live/metrics.ts'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import type { Dice } from '../chaos/dice.ts'
import type { Place } from '../chaos/listener.ts'
import type { SimulatedDatabase } from './database.ts'
import type { VirtualTime } from './virtual-time.ts'
import type { Wire } from './wire.ts'

const sweepMs = 900
const log = pino({ level: 'silent' })
const metrics = liveMetrics(new Registry())

type WorkerOptions = {
  readonly time: VirtualTime
  readonly dice: Dice
  readonly database: SimulatedDatabase
  /** Tells the other workers of a numbering, if it gets that far. */
  readonly nudge: (from: SimulatedWorker, batch: Batch) => void
}

/** A socket of a worker as its client holds it. */
export type Socket = { readonly connection: Connection; readonly closed: Promise<number>; hangUp(): void; ping(): void }

/** A worker process: the real hub, and around it what the real one has, over a database and lines that are not there. */
export class SimulatedWorker {
  readonly #options: WorkerOptions
  #hub: Hub | undefined
  #numbering: 'idle' | 'running' | 'running, and wanted again' = 'idle'
  #sequencer
  readonly #hangUps = new Set<() => void>()

  constructor(options: WorkerOptions) {
    this.#options = options
    this.#sequencer = options.database.connection()
    void this.#start()
    this.#sweep()
  }

  get hub() {
    return this.#hub
  }

  /** Ends the process, and starts another in its place after a while. */
  die(downMs: number) {
    if (!this.#hub) return
    this.#hub = undefined
    for (const hangUp of this.#hangUps) hangUp()
    this.#options.time.after(downMs, () => void this.#start())
  }

  /** Its connections to the database are back. */
  wake() {
    this.kick()
    this.#hub?.catchUp()
  }

  /** Asks for a numbering. */
  kick() {
    if (this.#numbering !== 'idle') this.#numbering = 'running, and wanted again'
    else void this.#number()
  }

  /** Another worker numbered these, and said so with them or without. */
  heed(batch: Batch, whole: boolean) {
    if (whole) this.#hub?.accept(batch)
    else this.#hub?.catchUp(batch.head)
  }

  /** Lets a socket in, as the endpoint does; undefined if it is refused. */
  async admit(wire: Wire, who: SignedIn, asked: Place | undefined): Promise<Socket | 'nobody' | undefined> {
    const { time, dice, database } = this.#options
    const hub = this.#hub
    const since = hub?.position ?? 0
    const over = database.ended(who.sessionId)
    await time.wait(dice.next() * 5)
    if (over) return 'nobody'
    if (!hub || hub !== this.#hub) return undefined

    const ended = Promise.withResolvers<number>()
    const end = (code: number) => {
      hub.remove(connection)
      this.#hangUps.delete(hangUp)
      wire.cut()
      ended.resolve(code)
    }
    const hangUp = () => end(1006)
    const close = async (code: number) => {
      await wire.emptied()
      end(code)
    }
    const connection = new Connection(
      { pong: () => {}, close: (code = 1005) => void close(code), terminate: hangUp },
      wire,
      who,
    )
    this.#hangUps.add(hangUp)
    hub.admit(connection, asked).catch(() => connection.close('too_slow', 'The log could not be read: come back.'))
    const session = hub.endedSince(since, who)
    if (session === 'ended') connection.close('sign_in', 'This session is over.')
    if (session === 'unknown') connection.close('too_slow', 'The log was replaced just now: come back.')
    return {
      connection,
      closed: ended.promise,
      hangUp,
      ping: () => {
        const cursor = hub.cursorOf(connection)
        if (cursor === undefined) return
        const pong: Pong = { type: 'pong', cursor }
        if (connection.offer(textFrame(JSON.stringify(pong)))) connection.flush()
      },
    }
  }

  async #start() {
    const { time, database } = this.#options
    this.#sequencer = database.connection()
    try {
      this.#hub = await Hub.open({
        reader: database.connection(),
        log,
        metrics,
        heartbeatMs: 8000,
        goesOn: async ({ sessionId }) => {
          if (!database.up) throw new Error('The database is down.')
          return !database.ended(sessionId)
        },
        onLive: () => {},
      })
      this.wake()
    } catch {
      time.after(50, () => void this.#start())
    }
  }

  #sweep() {
    this.#options.time.after(sweepMs, () => {
      this.kick()
      this.#sweep()
    })
  }

  async #number() {
    const { nudge } = this.#options
    do {
      this.#numbering = 'running'
      const hub = this.#hub
      const since = hub?.position ?? 0
      try {
        const batch = await number(this.#sequencer, 1000)
        if (!hub || hub !== this.#hub) continue
        if (batch.entries.length > 0) nudge(this, batch)
        if (batch.head < since) hub.catchUp()
        else hub.accept(batch)
      } catch {
        break
      }
    } while (this.#again)
    this.#numbering = 'idle'
  }

  get #again() {
    return this.#numbering === 'running, and wanted again'
  }
}
