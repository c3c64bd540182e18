import { closeCodes } from '@livedesk/events'
import { setTimeout as wait } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { z } from 'zod'
import type { Dice } from './dice.ts'
import type { History, Loaded } from './history.ts'
import { Line } from './line.ts'
import { Listener, type Place } from './listener.ts'
import type { ChaosWorker } from './workers.ts'

type TabOptions = {
  readonly name: string
  readonly userId: number
  readonly dice: Dice
  readonly workers: readonly [ChaosWorker, ...ChaosWorker[]]
  /** Signs the person in: a new session. Rejects while the database is away. */
  readonly signIn: (userId: number) => Promise<number>
}

const Snapshot = z.object({
  cursor: z.int(),
  epoch: z.string(),
  ahead: z.array(z.int()),
  value: z.array(z.object({ id: z.coerce.number(), version: z.coerce.number() })),
})

const pingEveryMs = 1000
const deadAfterMs = 4000

/** One tab of a person: connects, resumes by the protocol's rules, and writes down all that it sees. It never drops a frame. */
export class Tab implements AsyncDisposable {
  readonly #options: TabOptions
  readonly #listener = new Listener()
  /** Whether it loads what is on screen anew now and then, beside when it must. */
  reloads = true
  #line: Line | undefined
  #ws: WebSocket | undefined
  #stopped = false
  #running: Promise<void> | undefined
  #heardAt = 0

  constructor(options: TabOptions) {
    this.#options = options
  }

  get histories(): readonly History[] {
    return this.#listener.histories
  }

  get line() {
    return this.#line
  }

  /** How far this tab knows itself to be served. */
  get cursor() {
    return this.#listener.place?.cursor ?? 0
  }

  get connected() {
    return this.#ws?.readyState === WebSocket.OPEN
  }

  async start() {
    this.#line = await Line.open()
    this.#running = this.#run()
  }

  /** Stops reading, as a suspended tab does: what is sent to it stays in the kernel, or with the server. */
  stopReading() {
    this.#ws?.pause()
  }

  goOnReading() {
    this.#heardAt = Date.now()
    this.#ws?.resume()
  }

  async [Symbol.asyncDispose]() {
    this.#stopped = true
    this.#ws?.terminate()
    await this.#running
    await this.#line?.[Symbol.asyncDispose]()
  }

  async #run() {
    while (!this.#stopped) {
      const history = this.#listener.history ?? (await this.#newSession())
      if (!history) continue
      const code = await this.#connect(history)
      this.#listener.closed(code)
      if (code === closeCodes.sign_in) await this.#newSession()
      if (!this.#stopped) await wait(this.#options.dice.between(10, code === closeCodes.restarting ? 1000 : 400))
    }
  }

  async #newSession() {
    const { name, userId, signIn } = this.#options
    try {
      this.#listener.begin({ tab: name, userId, sessionId: await signIn(userId) })
      return this.#listener.history
    } catch {
      await wait(200)
      return undefined
    }
  }

  /** One socket, from its opening to its end, with its close code. */
  async #connect(history: History) {
    const { dice, workers } = this.#options
    const worker = dice.pick(workers)
    const line = this.#line
    if (!line) throw new Error('The tab has not been started.')
    line.target = () => worker.port
    const asked = this.#listener.place
    const query = asked ? `?cursor=${asked.cursor}&epoch=${asked.epoch}` : ''
    const headers = { 'x-user': String(history.userId), 'x-session': String(history.sessionId) }
    const ws = new WebSocket(`ws://127.0.0.1:${line.port}/api/ws${query}`, { headers, handshakeTimeout: 3000 })
    this.#ws = ws
    this.#heardAt = Date.now()
    ws.on('error', () => ws.terminate())
    ws.on('unexpected-response', (_, response) => {
      // 401: the session ended while the tab was away.
      if (response.statusCode === 401) refused = closeCodes.sign_in
      ws.terminate()
    })
    let refused: number | undefined
    ws.on('ping', () => (this.#heardAt = Date.now()))
    ws.on('message', (data: Buffer) => {
      this.#heardAt = Date.now()
      this.#hear(history, data.toString(), asked, worker)
    })
    const pulse = setInterval(() => {
      if (ws.isPaused) return
      if (Date.now() - this.#heardAt > deadAfterMs) ws.terminate()
      else if (ws.readyState === WebSocket.OPEN) ws.send('{"type":"ping"}')
      // Something else is opened on the screen.
      if (this.reloads && dice.chance(0.5)) void this.#load(history, worker)
    }, pingEveryMs)
    const code = await new Promise<number>((resolve) => ws.once('close', resolve))
    clearInterval(pulse)
    return refused ?? code
  }

  #hear(history: History, text: string, asked: Place | undefined, worker: ChaosWorker) {
    if (this.#listener.hear(text, asked)) void this.#load(history, worker)
  }

  /** Loads what is on screen anew, as the protocol asks after a welcome without resuming, and after a resync. */
  async #load(history: History, worker: ChaosWorker) {
    const how = this.#options.dice.chance(0.5) ? 'position' : 'snapshot'
    try {
      const address = `http://127.0.0.1:${worker.port}/${how === 'position' ? 'load' : 'snapshot'}`
      const response = await fetch(address, { signal: AbortSignal.timeout(5000) })
      if (!response.ok) return
      const { cursor, epoch, ahead, value } = Snapshot.parse(await response.json())
      const loaded: Loaded = {
        at: 'loaded',
        how,
        cursor,
        epoch,
        ahead,
        versions: new Map(value.map(({ id, version }) => [id, version])),
      }
      history.seen.push(loaded)
    } catch {
      // The worker or its database is away: a client would ask again, the checker needs only those that were answered.
    }
  }
}
