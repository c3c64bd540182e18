import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { commandLine, isGoneWithin } from './process.ts'

type Options = {
  readonly command: string
  readonly args: readonly string[]
  readonly options: { readonly cwd: string; readonly uid?: number; readonly gid?: number }
  readonly log: string
  readonly url: string
  readonly say: (sentence: string) => void
}

const patience = { answer: 60_000, fastShutdown: 7_000, immediateShutdown: 2_000, longestPause: 5_000 }

/** The running server: a process that a Ctrl-C in the terminal does not reach, so that it outlives those who use it. */
export class PostgresServer {
  readonly #options: Options
  #process: ChildProcess | undefined
  #leaving = false

  constructor(options: Options) {
    this.#options = options
  }

  /** Starts it and waits until it answers. */
  async start(): Promise<void> {
    const { command, args, options, log } = this.#options
    const output = await open(log, 'a')
    const { size: before } = await output.stat()
    const child = spawn(command, args, { ...options, detached: true, stdio: ['ignore', output.fd, output.fd] })
    this.#process = child
    await once(child, 'spawn')
    await output.close()

    const deadline = Date.now() + patience.answer
    while (!(await answers(this.#options.url))) {
      if (hasExited(child)) throw new Error(`PostgreSQL did not start. It says:\n${await tail(log, before)}`)
      if (Date.now() > deadline) throw new Error(`PostgreSQL does not answer. Its log is ${log}.`)
      await wait(25)
    }
    child.once('exit', () => void this.#startAgain())
  }

  /** Stops it: its clients first, then its files in order. */
  async stop(): Promise<void> {
    this.#leaving = true
    const pid = this.#process?.pid
    if (pid !== undefined && this.#process && !hasExited(this.#process)) await end(pid)
  }

  async #startAgain() {
    for (let pause = 100; !this.#leaving; pause = Math.min(pause * 2, patience.longestPause)) {
      this.#options.say('PostgreSQL has stopped. Starting it again.')
      try {
        return await this.start()
      } catch (error) {
        this.#options.say(String(error))
        await wait(pause)
      }
    }
  }
}

/** Stops a server that a killed start left running in this data folder. Nobody else's process is touched. */
export const endOrphan = async (data: string): Promise<void> => {
  const pidFile = join(data, 'postmaster.pid')
  const pid = Number.parseInt(await readFile(pidFile, 'utf8').catch(() => ''), 10)
  if (Number.isNaN(pid)) return
  const command = await commandLine(pid)
  if (command?.includes('postgres') && command.includes(`-D ${data} `)) await end(pid)
  // The number is another process's now: PostgreSQL would take that for itself, still running.
  else await rm(pidFile)
}

// SIGINT is PostgreSQL's fast shutdown, SIGQUIT leaves the rest to recovery at the next start.
const end = async (pid: number) => {
  process.kill(pid, 'SIGINT')
  if (await isGoneWithin(pid, patience.fastShutdown)) return
  process.kill(pid, 'SIGQUIT')
  if (await isGoneWithin(pid, patience.immediateShutdown)) return
  throw new Error(`PostgreSQL (process ${pid}) does not stop.`)
}

const hasExited = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

const answers = async (url: string) => {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  try {
    await client.connect()
  } catch {
    return false
  }
  await client.end()
  return true
}

const tail = async (log: string, from: number) => (await readFile(log)).subarray(from).toString('utf8').trim()
