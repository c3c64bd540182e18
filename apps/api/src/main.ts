import { type Config, ConfigError, readConfig } from './config.ts'
import type { PubSubChoice } from './live/live.ts'
import { MemoryBus } from './live/pubsub-memory.ts'
import { openLog } from './log.ts'
import { openWorker } from './worker.ts'

/** How long a worker may take to leave; whoever sent the signal waits no longer either. */
const leaveWithinMs = 9_500

/** Runs one worker until it is told to leave. */
const run = async () => {
  const config = readConfig(process.env)
  const { databaseUrl } = config
  if (databaseUrl === undefined)
    throw new ConfigError(
      'The environment is not right:\n  DATABASE_URL: set it, for example postgres://user:password@host:5432/livedesk',
    )

  const log = openLog({ level: config.logLevel })
  const worker = await openWorker({
    ...config,
    databaseUrl,
    pubsub: pubsubOf(config),
    log,
    checks: config.environment !== 'production',
    connections: 10,
  })
  const { server } = worker
  server.on('error', (error) => {
    log.fatal({ err: error }, 'The server failed')
    process.exit(1)
  })
  server.listen({ port: config.port, host: config.host }, () => log.info({ address: server.address() }, 'Listening'))

  let leaving = false
  const leave = async (signal: string) => {
    if (leaving) return
    leaving = true
    log.info({ signal }, 'Leaving')
    setTimeout(() => process.exit(1), leaveWithinMs).unref()
    await worker.leave()
    await worker[Symbol.asyncDispose]()
    log.info('Left')
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void leave(signal))
}

const pubsubOf = ({ pubsub, redisUrl }: Config): PubSubChoice => {
  switch (pubsub) {
    case 'postgres':
      return { kind: 'postgres' }
    case 'memory':
      return { kind: 'memory', bus: new MemoryBus() }
    case 'redis':
      if (redisUrl === undefined) throw new ConfigError('REDIS_URL is not set')
      return { kind: 'redis', url: redisUrl }
  }
}

try {
  await run()
} catch (error) {
  if (!(error instanceof ConfigError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 78
}
