import { randomBytes } from 'node:crypto'
import { mkdir, readFile, realpath, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client, escapeIdentifier } from 'pg'
import { z } from 'zod'
import { freePort, whyNotFree } from './port.ts'
import { postgresAccount } from './postgres-account.ts'
import { postgresBinaries } from './postgres-binaries.ts'
import { makeCluster } from './postgres-cluster.ts'
import { endOrphan, PostgresServer } from './postgres-server.ts'

/** A PostgreSQL of our own: it listens on this machine only, is started again when it dies, and stops when it is disposed of. */
export type Postgres = AsyncDisposable & {
  /** The address of one of its databases, password included. */
  url(database: string): string
  /** Makes a database if there is none of that name. */
  createDatabase(name: string): Promise<void>
}

type Options = {
  /** Where its data, password, port and log are kept from one start to the next. */
  readonly folder: string
  /** Settings that differ from PostgreSQL's own, such as `fsync: 'off'` in tests. */
  readonly settings?: Readonly<Record<string, string>>
  /** Told when it died and is being started again. */
  readonly say?: (sentence: string) => void
}

/** How it is reached, kept in a file that only we can read. */
const Access = z.object({ port: z.int().positive(), password: z.string().min(1) })
type Access = z.output<typeof Access>

/** Starts PostgreSQL in a folder of ours. What a killed start left behind there, a running server included, is cleared first. */
export const openPostgres = async ({ folder, settings = {}, say = () => {} }: Options): Promise<Postgres> => {
  await mkdir(folder, { recursive: true })
  const home = await realpath(folder)
  const data = join(home, 'postgres')
  const binaries = await postgresBinaries()
  const account = await postgresAccount([binaries.postgres, home])
  await endOrphan(data)

  const access = await openAccess(join(home, 'postgres.json'))
  await makeCluster({ data, password: access.password, initdb: binaries.initdb, account })

  const url = (database: string) => `postgres://livedesk:${access.password}@127.0.0.1:${access.port}/${database}`
  const server = new PostgresServer({
    ...account.launch(binaries.postgres, ['-D', data, '-p', String(access.port), ...asFlags({ ...ours, ...settings })]),
    log: join(home, 'postgres.log'),
    url: url('postgres'),
    say,
  })
  await server.start()

  return {
    url,
    createDatabase: (name) => createDatabase(url('postgres'), name),
    [Symbol.asyncDispose]: () => server.stop(),
  }
}

const ours = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  log_checkpoints: 'off',
  log_timezone: 'UTC',
  timezone: 'UTC',
}

const asFlags = (settings: Readonly<Record<string, string>>) =>
  Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])

// The port stays the same from start to start, unless somebody else has taken it meanwhile.
const openAccess = async (file: string): Promise<Access> => {
  const known = await readAccess(file)
  if (known && !(await whyNotFree(known.port, '127.0.0.1'))) return known
  const access = { port: await freePort(), password: known?.password ?? randomBytes(24).toString('base64url') }
  await writeFile(file, JSON.stringify(access), { mode: 0o600 })
  return access
}

const readAccess = async (file: string) => {
  try {
    return Access.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw new Error(`${file} cannot be read: it holds the password of the database beside it.`, { cause: error })
  }
}

const createDatabase = async (url: string, name: string) => {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount === 0) await client.query(`create database ${escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}
