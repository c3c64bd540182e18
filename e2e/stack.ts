import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seedDemo } from '@livedesk/api/src/demo/seed.ts'
import { openLog } from '@livedesk/api/src/log.ts'
import { openPostgres } from '@livedesk/api/src/start/postgres.ts'
import { openWorker } from '@livedesk/api/src/worker.ts'

/**
 * The demo desk on a PostgreSQL of its own, with two workers, each on the port that is given: run by Playwright for its
 * tests. How the database is reached stands in a file while it runs.
 */
const run = async (database: string, ports: readonly number[]) => {
  await using open = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'livedesk-e2e-'))
  open.defer(() => rm(folder, { recursive: true, force: true }))
  const postgres = open.use(await openPostgres({ folder, settings: { fsync: 'off', full_page_writes: 'off' } }))
  await postgres.createDatabase('livedesk')
  await writeFile(database, postgres.url('livedesk'), { mode: 0o600 })
  open.defer(() => rm(database))

  const log = openLog({ level: 'warn', to: process.stderr })
  for (const [index, port] of ports.entries()) {
    const worker = open.use(
      await openWorker({
        databaseUrl: postgres.url('livedesk'),
        pubsub: { kind: 'postgres' },
        log,
        checks: true,
        connections: 5,
        publicOrigin: undefined,
        allowedOrigins: [],
        trustedProxies: 0,
        logRetentionDays: 7,
        filesFolder: join(folder, 'files'),
      }),
    )
    if (index === 0) await seedDemo(worker.db)
    worker.server.listen(port, '127.0.0.1')
    await once(worker.server, 'listening')
  }
  await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')])
}

const [database = '', ...ports] = process.argv.slice(2)
await run(database, ports.map(Number))
process.exit(0)
