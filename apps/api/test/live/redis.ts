import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { createClient } from 'redis'
import { listen } from './listen.ts'

/** A Redis of this test's own, which it may stop and start; undefined where there is no `redis-server`. */
export const openRedis = async () => {
  const probe = createServer()
  const port = await listen(probe)
  await new Promise<void>((resolve) => probe.close(() => resolve()))
  const url = `redis://127.0.0.1:${port}`
  let server = await start(port, url)
  const stop = async () => {
    const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()))
    server.kill('SIGKILL')
    await gone
  }
  return {
    url,
    stop,
    start: async () => {
      server = await start(port, url)
    },
    [Symbol.asyncDispose]: stop,
  }
}

const start = async (port: number, url: string) => {
  const server = spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    {
      stdio: 'ignore',
    },
  )
  const failed = new Promise<never>((_, reject) => server.once('error', reject))
  const client = createClient({ url, socket: { reconnectStrategy: () => 20 } })
  client.on('error', () => {})
  await Promise.race([client.connect(), failed])
  client.destroy()
  return server
}
