import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFolderStore } from '@livedesk/api/src/attachments/file-store.ts'
import { seedDemo } from '@livedesk/api/src/demo/seed.ts'
import { openLog } from '@livedesk/api/src/log.ts'
import { openPostgres } from '@livedesk/api/src/start/postgres.ts'
import { openWorker } from '@livedesk/api/src/worker.ts'

/** Where a desk that is up is found: the port of each worker, and how its database is reached. */
export type Stack = { readonly ports: readonly [number, number]; readonly databaseUrl: string }

/**
 * The demo desk on a PostgreSQL of its own, with two workers on free ports. It is a process of its own, tells its
 * parent where it is, and ends when that lets go of it, or is gone.
 */
const run = async () => {
  const letGo = once(process, 'disconnect')
  await using open = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'livedesk-e2e-'))
  open.defer(() => rm(folder, { recursive: true, force: true }))
  const postgres = open.use(await openPostgres({ folder, settings: { fsync: 'off', full_page_writes: 'off' } }))
  await postgres.createDatabase('livedesk')
  const databaseUrl = postgres.url('livedesk')

  const filesFolder = join(folder, 'files')

  const openOne = async () => {
    const worker = await openWorker({
      databaseUrl,
      pubsub: { kind: 'postgres' },
      log: openLog({ level: 'warn', to: process.stderr }),
      checks: true,
      connections: 5,
      publicOrigin: undefined,
      allowedOrigins: [],
      trustedProxies: 0,
      logRetentionDays: 7,
      demo: true,
      filesFolder,
    })
    return open.use(worker)
  }
  const workers = [await openOne(), await openOne()] as const
  await seedDemo(workers[0].db, { store: openFolderStore(filesFolder) })
  const stack: Stack = { ports: [await listen(workers[0].server), await listen(workers[1].server)], databaseUrl }
  process.send?.(stack)
  await letGo
}

const listen = async (server: Awaited<ReturnType<typeof openWorker>>['server']) => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('A TCP server has an address with a port.')
  return address.port
}

if (import.meta.main) {
  await run()
  process.exit(0)
}
