import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { freePort } from '../src/start/port.ts'
import { hashPassword } from '../src/people/keys.ts'
import { addUser } from '../src/people/queries.ts'
import { openDatabase } from './database.ts'
import { PASSWORD } from './desk.ts'
import { ask } from './person.ts'
import { Tab } from './tab.ts'

const program = fileURLToPath(new URL('../src/main.ts', import.meta.url))

/** One worker as a process of its own, with this environment and no other. */
const startWorker = (environment: Record<string, string>): ChildProcess & AsyncDisposable => {
  const worker = spawn(process.execPath, [program], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  return Object.assign(worker, {
    async [Symbol.asyncDispose]() {
      if (worker.exitCode !== null || worker.signalCode !== null) return
      worker.kill('SIGKILL')
      await once(worker, 'exit')
    },
  })
}

test('[D9] a worker that is told to leave sends its sockets elsewhere, finishes, and exits within ten seconds', async () => {
  await using database = await openDatabase({ empty: true })
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  await using worker = startWorker({
    DATABASE_URL: database.url,
    PORT: String(port),
    HOST: '127.0.0.1',
    LOG_LEVEL: 'silent',
  })
  await expect
    .poll(() => ask(`${origin}/readyz`, 'GET', undefined).catch(() => undefined), { timeout: 15_000 })
    .toMatchObject({ status: 200 })
  await addUser(database.db, {
    name: 'Boris',
    email: 'boris@livedesk.test',
    role: 'agent',
    password_hash: await hashPassword(PASSWORD),
  })
  const { headers } = await ask(`${origin}/api/session`, 'POST', { email: 'boris@livedesk.test', password: PASSWORD })
  using tab = new Tab(`ws://127.0.0.1:${port}/api/ws`, { Cookie: headers.getSetCookie()[0] ?? '' })
  await tab.welcomed

  worker.kill('SIGTERM')

  expect(await tab.closed).toBe(1012)
  expect(await once(worker, 'exit')).toEqual([0, null])
}, 40_000)

test('a worker whose environment is not right says all that is wrong, and does not start', async () => {
  await using worker = startWorker({ PORT: 'http', PUBSUB: 'redis' })
  const said: string[] = []
  worker.stderr?.on('data', (part) => said.push(String(part)))

  expect(await once(worker, 'exit')).toEqual([78, null])
  expect(said.join('')).toBe(
    'The environment is not right:\n  PORT: a whole number from 0 to 65535, please\n  REDIS_URL: set it too, because PUBSUB is redis\n',
  )
})
