import cluster, { type Worker } from 'node:cluster'
import { setTimeout as wait } from 'node:timers/promises'

type Options = {
  readonly count: number
  /** What a worker runs. */
  readonly program: string
  readonly env: Readonly<Record<string, string>>
  /** The file descriptor its log goes to, or `inherit`. */
  readonly log: number | 'inherit'
  readonly say: (sentence: string) => void
}

// A worker that stops sooner than `soon` after it was ready has failed; failures in a row make the pauses longer.
const limits = { soon: 5_000, firstPause: 100, longestPause: 10_000, leave: 10_000 }

/** Keeps workers running: one that dies is replaced, on the same port. */
export class Workers implements AsyncDisposable {
  readonly #options: Options
  readonly #leaving = new AbortController()

  constructor(options: Options) {
    this.#options = options
    cluster.setupPrimary({ exec: options.program, args: [], stdio: ['ignore', options.log, 'inherit', 'ipc'] })
  }

  /** Starts them all. Resolves when each of them listens; rejects if one stops before it ever did. */
  async start(): Promise<void> {
    const numbers = Array.from({ length: this.#options.count }, (_, index) => index + 1)
    await Promise.all(numbers.map((number) => this.#first(number)))
  }

  /** Asks every worker to leave, and ends those that have not after ten seconds. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#leaving.abort()
    const timer = setTimeout(() => this.#signal('SIGKILL'), limits.leave)
    const gone = running().map((worker) => new Promise((resolve) => worker.once('exit', resolve)))
    this.#signal('SIGTERM')
    await Promise.all(gone)
    clearTimeout(timer)
  }

  /** Ends every worker at once. */
  end() {
    this.#leaving.abort()
    this.#signal('SIGKILL')
  }

  #signal(signal: NodeJS.Signals) {
    for (const worker of running()) worker.process.kill(signal)
  }

  async #first(number: number) {
    const worker = this.#fork(number)
    const stopped = Promise.withResolvers<never>()
    const onExit = (code: number, signal: string) =>
      stopped.reject(new Error(`A worker stopped before it was ready (${ending(code, signal)}).`))
    worker.once('exit', onExit)
    await Promise.race([new Promise((resolve) => worker.once('listening', resolve)), stopped.promise])
    worker.off('exit', onExit)
    this.#replace(worker, number, 0, performance.now())
  }

  #fork(number: number) {
    const worker = cluster.fork({ ...this.#options.env, WORKER: String(number) })
    // What is said to a worker that died just now cannot be sent: its exit is told too. One that was never born has no number.
    worker.on('error', (error) => {
      if (worker.process.pid === undefined) throw error
    })
    return worker
  }

  #replace(worker: Worker, number: number, failures: number, ready?: number) {
    let since = ready
    worker.once('listening', () => (since ??= performance.now()))
    worker.once('exit', (code, signal) => {
      const failed = since === undefined || performance.now() - since < limits.soon
      void this.#successor(number, failed ? failures + 1 : 0, ending(code, signal))
    })
  }

  async #successor(number: number, failures: number, how: string) {
    if (this.#leaving.signal.aborted) return
    const pause = failures === 0 ? 0 : Math.min(limits.firstPause * 2 ** failures, limits.longestPause)
    this.#options.say(
      failures < 3
        ? `Worker ${number} stopped (${how}). Another takes its place.`
        : `Worker ${number} keeps stopping right after it starts (${how}, ${failures} times in a row). Trying again in ${pause / 1000} s.`,
    )
    await wait(pause, undefined, { signal: this.#leaving.signal }).catch(() => {})
    if (this.#leaving.signal.aborted) return
    this.#replace(this.#fork(number), number, failures)
  }
}

const running = () =>
  Object.values(cluster.workers ?? {}).flatMap((worker) => (worker && !worker.isDead() ? [worker] : []))

const ending = (code: number, signal: string | null) => (signal ? `by ${signal}` : `exit code ${code}`)
