import pg from 'pg'
import type { Logger } from 'pino'

export type SteadyClientOptions = {
  readonly databaseUrl: string
  /** Shown in pg_stat_activity as `livedesk-<name>`. */
  readonly name: string
  readonly log: Logger
  /** Runs on each new connection, before anyone else may use it. If it throws, the connection is tried anew. */
  readonly prepare?: (client: pg.Client) => Promise<void>
  readonly onUp?: () => void
  readonly onDown?: (reason: string) => void
}

const firstWait = 50
const longestWait = 2000
const deadline = 5000

/**
 * One connection of our own to Postgres, outside every pool, that comes back by itself.
 * A query fails at once while it is down, and after five seconds without an answer, which also ends the connection.
 */
export class SteadyClient implements AsyncDisposable {
  readonly #options: SteadyClientOptions
  #client: pg.Client | undefined
  #wait = firstWait
  #timer: NodeJS.Timeout | undefined
  #closed = false
  #connecting: Promise<void>
  #last: Promise<unknown> = Promise.resolve()

  constructor(options: SteadyClientOptions) {
    this.#options = options
    this.#connecting = this.#connect()
  }

  /** Settles after the first attempt to connect, successful or not. */
  async tried() {
    await this.#connecting
  }

  get up() {
    return this.#client !== undefined
  }

  /** Queries run one after another; each has its deadline from when it starts. */
  query<R extends unknown[]>(query: { text: string; values?: unknown[]; rowMode: 'array'; name?: string }) {
    const result = this.#last.then(() => this.#query<R>(query))
    this.#last = result.catch(() => {})
    return result
  }

  async #query<R extends unknown[]>(query: { text: string; values?: unknown[]; rowMode: 'array'; name?: string }) {
    const client = this.#client
    if (!client) throw new Error(`The ${this.#options.name} connection to Postgres is down.`)
    try {
      return await client.query<R>(query)
    } catch (error) {
      // An answer from the server leaves the connection usable; silence does not.
      if (!(error instanceof pg.DatabaseError)) this.#lose(client, messageOf(error))
      throw error
    }
  }

  /** Drops the connection and makes a new one. */
  reset(reason: string) {
    if (this.#client) this.#lose(this.#client, reason)
  }

  async [Symbol.asyncDispose]() {
    this.#closed = true
    clearTimeout(this.#timer)
    await this.#connecting
    const client = this.#client
    this.#client = undefined
    await client?.end().catch(() => {})
  }

  async #connect() {
    const { databaseUrl, name, prepare, onUp, log } = this.#options
    const client = new pg.Client({
      connectionString: databaseUrl,
      application_name: `livedesk-${name}`,
      connectionTimeoutMillis: deadline,
      query_timeout: deadline,
      keepAlive: true,
      keepAliveInitialDelayMillis: 5000,
    })
    client.on('error', (error) => this.#lose(client, messageOf(error)))
    client.on('end', () => this.#lose(client, 'the server ended it'))
    try {
      await client.connect()
      await prepare?.(client)
    } catch (error) {
      destroy(client)
      log.warn({ connection: name, reason: messageOf(error) }, 'no connection to Postgres; trying again')
      this.#retry()
      return
    }
    if (this.#closed) {
      await client.end().catch(() => {})
      return
    }
    this.#client = client
    this.#wait = firstWait
    onUp?.()
  }

  #lose(client: pg.Client, reason: string) {
    if (this.#client !== client) return
    this.#client = undefined
    destroy(client)
    if (this.#closed) return
    this.#options.log.warn({ connection: this.#options.name, reason }, 'lost a connection to Postgres; reconnecting')
    this.#options.onDown?.(reason)
    this.#retry()
  }

  #retry() {
    if (this.#closed) return
    const wait = this.#wait * (0.5 + Math.random() / 2)
    this.#wait = Math.min(this.#wait * 2, longestWait)
    this.#timer = setTimeout(() => {
      this.#connecting = this.#connect()
    }, wait)
  }
}

// A connection that fell silent cannot be ended politely, and its late errors concern nobody.
const destroy = (client: pg.Client) => {
  client.removeAllListeners()
  client.on('error', () => {})
  client.end().catch(() => {})
  client.connection.stream.destroy()
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
