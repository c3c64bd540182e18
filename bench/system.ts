import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { cpuSeconds } from './cpu.ts'
import { Answered, Listening, type Order } from './orders.ts'
import { peerNamed } from './peers/peers.ts'
import type { Servers } from './servers.ts'

/** A system that runs: two worker processes (or one) over the run's servers, and a database of its own. */
export type System = AsyncDisposable & {
  readonly name: string
  readonly workers: readonly Worker[]
  readonly databaseUrl: string
  /** CPU seconds of the whole server side: workers, Postgres with every backend, Redis. */
  cpu(): Promise<number>
}

const program = fileURLToPath(new URL('worker.ts', import.meta.url))

export const openSystem = async (name: string, servers: Servers, workerCount = 2): Promise<System> => {
  peerNamed(name)
  await using opening = new AsyncDisposableStack()
  const database = opening.use(await servers.openDatabase())
  const workers: Worker[] = []
  for (let index = 0; index < workerCount; index += 1)
    workers.push(opening.use(await Worker.start([name, database.url, servers.redisUrl])))
  const open = opening.move()
  return {
    name,
    workers,
    databaseUrl: database.url,
    cpu: () => cpuSeconds([...servers.pids(), ...workers.map(({ pid }) => pid)]),
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  }
}

/** One worker process, told what to do. */
export class Worker implements AsyncDisposable {
  readonly #process: ChildProcess
  readonly #answers = new Map<number, PromiseWithResolvers<unknown>>()
  #asked = 0
  #port = 0
  #lastWords = ''

  static async start(args: readonly string[]) {
    const child = fork(program, args, {
      serialization: 'advanced',
      execArgv: ['--expose-gc'],
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    })
    const worker = new Worker(child)
    worker.#port = Listening.parse(await worker.#answer(0)).port
    return worker
  }

  private constructor(child: ChildProcess) {
    this.#process = child
    child.stderr?.on('data', (data: Buffer) => (this.#lastWords = `${this.#lastWords}${data.toString()}`.slice(-4000)))
    child.on('message', (message) => {
      const { id, answer, error } = Answered.parse(message)
      const waiting = this.#answers.get(id)
      this.#answers.delete(id)
      if (error === undefined) waiting?.resolve(answer)
      else waiting?.reject(new Error(error))
    })
    child.on('exit', () => {
      for (const { reject } of this.#answers.values()) reject(this.#gone())
    })
  }

  get pid() {
    return this.#process.pid ?? 0
  }

  get port() {
    return this.#port
  }

  /** Whether the process runs. A system may crash. */
  get alive() {
    return this.#process.exitCode === null && this.#process.signalCode === null
  }

  /** Gives an order and waits until it is done. */
  async do(order: Order): Promise<unknown> {
    if (!this.alive) throw this.#gone()
    const id = (this.#asked += 1)
    this.#process.send({ id, order })
    return this.#answer(id)
  }

  /** The moments that an order answered with. */
  async moments(order: Extract<Order, { do: 'pace' | 'change' }>) {
    return z.instanceof(Float64Array).parse(await this.do(order))
  }

  async [Symbol.asyncDispose]() {
    if (!this.alive) return
    const gone = once(this.#process, 'exit')
    this.#process.disconnect()
    const late = setTimeout(() => this.#process.kill('SIGKILL'), 2000)
    await gone
    clearTimeout(late)
  }

  #answer(id: number) {
    const answer = Promise.withResolvers<unknown>()
    this.#answers.set(id, answer)
    return answer.promise
  }

  #gone() {
    return new Error(`A worker process is gone. Its last words:\n${this.#lastWords}`)
  }
}
