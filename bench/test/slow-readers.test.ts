import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { ask, openChaosPostgres } from '../chaos/postgres.ts'
import { ChaosWorker } from '../chaos/workers.ts'

const slow = 200
const bound = 256 * 1024

test(`[D7] ${slow} readers at 0 B/s cost at most 256 KiB each, and delay nobody`, { timeout: 120_000 }, async () => {
  await using postgres = await openChaosPostgres()
  const databaseUrl = await postgres.openDatabase()
  await using worker = new ChaosWorker({ databaseUrl, redisUrl: undefined, seed: 1, execArgv: ['--expose-gc'] })
  await worker.started()
  let sessions = 0
  const connect = async () => {
    sessions += 1
    await ask(databaseUrl, 'insert into chaos_session (id, user_id) values ($1, $1)', [sessions])
    const headers = { 'x-user': String(sessions), 'x-session': String(sessions) }
    const ws = new WebSocket(`ws://127.0.0.1:${worker.port}/api/ws`, { headers })
    await new Promise((resolve) => ws.once('message', resolve))
    return ws
  }
  const say = async (said: string, bytes: number) => {
    const steps = [{ do: 'announce', said, bytes }] as const
    await worker.ask({
      do: 'transact',
      plan: { steps: [...steps], isolation: 'read committed', ending: 'commit', afterwards: 'number' },
    })
  }
  const quick = await connect()
  const readers: WebSocket[] = []
  for (let index = 0; index < slow; index += 1) readers.push(await connect())

  /** Says something, and gives how long it took, in milliseconds, until the quick one had it. */
  const sayAndTime = async (said: string, bytes: number) => {
    const heard = new Promise<void>((resolve) => {
      const listen = (data: Buffer) => {
        if (!data.includes(`"${said}"`)) return
        quick.off('message', listen)
        resolve()
      }
      quick.on('message', listen)
    })
    const started = performance.now()
    await say(said, bytes)
    await heard
    return performance.now() - started
  }

  // The same said to readers who read: what the worker keeps in memory for all (16 MiB) is there before it is measured.
  const beside: number[] = []
  for (let index = 0; index < 250; index += 1) beside.push(await sayAndTime(`before:${index}`, 80_000))
  const before = await worker.ask({ do: 'memory' }).then(Number)
  for (const reader of readers) reader.pause()
  const besideStuck: number[] = []
  for (let index = 0; index < 250; index += 1) besideStuck.push(await sayAndTime(`after:${index}`, 80_000))
  const after = await worker.ask({ do: 'memory' }).then(Number)

  expect((after - before) / slow).toBeLessThan(bound)
  // Whoever waited for one of them would wait for ever. What they cost instead is less than the writes that they do not take.
  expect(median(besideStuck)).toBeLessThan(4 * median(beside))
  for (const socket of [quick, ...readers]) socket.terminate()
})

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
