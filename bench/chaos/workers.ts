import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { diesWithUs } from './dies-with-us.ts'
import { Answered, Listening, type Order } from './orders.ts'

const program = fileURLToPath(new URL('worker.ts', import.meta.url))

export type WorkerOptions = {
  readonly databaseUrl: string
  readonly redisUrl: string | undefined
  readonly seed: number
  /** More arguments for Node: a broken variant is loaded this way. */
  readonly execArgv?: readonly string[]
}

/** One worker process that is started anew when it dies, unless it is told to stay away. */
export class ChaosWorker implements AsyncDisposable {
  readonly #options: WorkerOptions
  readonly #asked = new Map<number, PromiseWithResolvers<unknown>>()
  #process: ChildProcess | undefined
  #starting: Promise<void>
  #port: number | undefined
  #lastId = 0
  #frozen = false
  /** False while the worker is to stay away after its death. */
  returns = true
  starts = 0

  constructor(options: WorkerOptions) {
    this.#options = options
    this.#starting = this.#start()
  }

  /** Where it listens; undefined while there is no such process. */
  get port() {
    return this.#port
  }

  get frozen() {
    return this.#frozen
  }

  get pid() {
    return this.#process?.pid
  }

  /** Resolves when the worker that is being started listens. */
  async started() {
    await this.#starting
  }

  /** Tells the worker something. Rejects when it dies before it has answered. */
  ask(order: Order): Promise<unknown> {
    if (!this.#process?.connected || this.#port === undefined) return Promise.reject(new Error('The worker is away.'))
    const id = (this.#lastId += 1)
    const asked = Promise.withResolvers<unknown>()
    this.#asked.set(id, asked)
    this.#process.send({ id, order }, (error) => error && asked.reject(error))
    return asked.promise
  }

  kill() {
    this.thaw()
    this.#process?.kill('SIGKILL')
  }

  /** Stops it in its tracks, as a paused virtual machine would be: its sockets stay open. */
  freeze() {
    this.#frozen = true
    this.#process?.kill('SIGSTOP')
  }

  thaw() {
    this.#frozen = false
    this.#process?.kill('SIGCONT')
  }

  /** Starts it again after it has been kept away. */
  back() {
    this.returns = true
    if (!this.#process) this.#starting = this.#start()
    return this.#starting
  }

  async [Symbol.asyncDispose]() {
    this.returns = false
    await this.#starting.catch(() => {})
    if (!this.#process) return
    const gone = once(this.#process, 'exit')
    this.kill()
    await gone
  }

  async #start() {
    this.starts += 1
    const { databaseUrl, redisUrl, seed, execArgv = [] } = this.#options
    const child = diesWithUs(
      fork(program, [databaseUrl, redisUrl ?? '', String(seed + this.starts)], { execArgv: [...execArgv] }),
      'SIGKILL',
    )
    this.#process = child
    const exited = once(child, 'exit')
    child.once('exit', () => this.#died(child))
    const listening = Promise.withResolvers<void>()
    child.on('message', (message) => {
      const { success, data } = Listening.safeParse(message)
      if (success) {
        this.#port = data.port
        listening.resolve()
        return
      }
      const { id, answer, error } = Answered.parse(message)
      const asked = this.#asked.get(id)
      this.#asked.delete(id)
      if (error === undefined) asked?.resolve(answer)
      else asked?.reject(new Error(error))
    })
    await Promise.race([listening.promise, exited])
  }

  #died(child: ChildProcess) {
    if (this.#process !== child) return
    this.#process = undefined
    this.#port = undefined
    this.#frozen = false
    for (const { reject } of this.#asked.values()) reject(new Error('The worker died.'))
    this.#asked.clear()
    // While the database is away a worker cannot start: it is tried again, as a supervisor would.
    if (this.returns) setTimeout(() => this.returns && void this.back(), 250)
  }
}
