import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ticket } from '@livedesk/events'
import { TicketPage } from '@livedesk/resources'
import { expect } from 'vitest'
import { freePort } from '../../src/start/port.ts'
import { isAlive } from '../../src/start/process.ts'

const program = fileURLToPath(new URL('./program.ts', import.meta.url))

/** A place for one desk's data, on a path with a space; what still runs there when the test ends is ended. */
export const openHome = async () => {
  const above = await mkdtemp(join(tmpdir(), 'livedesk-start-'))
  const folder = join(above, 'my desk')
  const port = await freePort()
  const children: ChildProcess[] = []

  const postgresPid = async () => Number.parseInt(await readFile(join(folder, 'postgres/postmaster.pid'), 'utf8'), 10)
  return {
    folder,
    port,
    postgresPid,
    /** Runs `pnpm start` here, as a person would. */
    start: (env: Readonly<Record<string, string>> = {}) => {
      const child = spawn(process.execPath, [program], {
        env: { ...process.env, NODE_ENV: 'production', DATA_DIR: folder, PORT: String(port), WORKERS: '1', ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      children.push(child)
      return follow(child, folder, port)
    },
    async [Symbol.asyncDispose]() {
      for (const child of children) child.kill('SIGKILL')
      const pid = await postgresPid().catch(() => undefined)
      if (pid !== undefined && isAlive(pid)) process.kill(pid, 'SIGQUIT')
      if (pid !== undefined) await expect.poll(() => isAlive(pid)).toBe(false)
      await rm(above, { recursive: true, force: true })
    },
  }
}

const follow = (child: ChildProcess, folder: string, port: number) => {
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve))
  const address = `http://127.0.0.1:${port}`
  let cookie = ''

  const ask = async (path: string, body?: unknown) => {
    const headers = { cookie, origin: address, 'content-type': 'application/json', connection: 'close' }
    return fetch(
      address + path,
      body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) },
    )
  }
  return {
    exit,
    output: () => output,
    /** Waits until it has said where the desk is. */
    ready: async () => {
      const gone = exit.then(async (code) => {
        const log = await readFile(join(folder, 'livedesk.log'), 'utf8').catch(() => '')
        throw new Error(`It ended with ${code}:\n${output}\n${log.slice(-2000)}`)
      })
      await Promise.race([expect.poll(() => output, { timeout: 60_000 }).toContain('Ctrl-C stops it'), gone])
      gone.catch(() => {})
    },
    /** Presses Ctrl-C and waits for the end: its exit code. */
    stop: async () => {
      child.kill('SIGINT')
      return exit
    },
    /** Ends it without any warning, and the workers with it, as the system does when memory runs out. */
    kill: async () => {
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
    /** Every worker that has listened so far. */
    workers: async () => {
      const lines = (await readFile(join(folder, 'livedesk.log'), 'utf8')).trim().split('\n')
      return lines
        .filter((line) => line.includes('"msg":"Listening"'))
        .map((line) => Number(/"pid":(\d+)/u.exec(line)?.[1]))
    },
    health: async () => {
      try {
        return (await ask('/readyz')).status
      } catch {
        return undefined
      }
    },
    /** What Prometheus is told: the status, and each number by its name and labels. */
    metrics: async () => {
      const { status, text } = await ask('/metrics').then(async (answer) => ({
        status: answer.status,
        text: await answer.text(),
      }))
      const numbers = [...text.matchAll(/^(\w+(?:\{.*\})?) (\S+)$/gmu)].map(
        ([, name = '', value]) => [name, Number(value)] as const,
      )
      return { status, text, numbers: new Map(numbers) }
    },
    signIn: async (email: string, password: string) => {
      const answer = await ask('/api/session', { email, password })
      cookie = answer.headers.getSetCookie().join('; ').split(';', 1)[0] ?? ''
      return answer.status
    },
    tickets: async (q = '') => TicketPage.parse(await (await ask(`/api/tickets?q=${encodeURIComponent(q)}`)).json()),
    openTicket: async (title: string) => {
      const requester = { name: 'Grace Kim', email: 'grace.kim@example.com' }
      return Ticket.parse(await (await ask('/api/tickets', { title, body: 'Please help.', requester })).json())
    },
  }
}
