import { freePort } from '@livedesk/api/src/start/port.ts'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createClient } from 'redis'
import { diesWithUs } from './dies-with-us.ts'

/** A Redis of the run's own, that can be stopped, started and emptied. */
export type ChaosRedis = AsyncDisposable & {
  readonly url: string
  stop(): Promise<void>
  start(): Promise<void>
  flush(): Promise<void>
}

export const openChaosRedis = async (): Promise<ChaosRedis> => {
  const port = await freePort()
  const url = `redis://127.0.0.1:${port}`
  let server: ChildProcess | undefined

  const reach = async () => {
    const client = createClient({
      url,
      socket: { reconnectStrategy: (tries) => (tries < 200 ? 20 : new Error('Redis does not answer.')) },
    })
    client.on('error', () => {})
    await client.connect()
    return client
  }
  const start = async () => {
    server = diesWithUs(
      spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], {
        stdio: 'ignore',
      }),
      'SIGKILL',
    )
    const client = await reach()
    client.destroy()
  }
  const stop = async () => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return
    const gone = once(server, 'exit')
    server.kill('SIGKILL')
    await gone
  }
  await start()

  const flush = async () => {
    const client = await reach()
    await client.flushAll()
    client.destroy()
  }

  return {
    url,
    start,
    stop,
    flush,
    [Symbol.asyncDispose]: stop,
  }
}
