import {
  AbortedTransactionError,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely'
import type pg from 'pg'

/**
 * PostgreSQL over a pool whose connections are pipelined (`pipeline: true`). A transaction begins with its first statement,
 * in one write, and what it says last goes with its COMMIT: each spares a round trip.
 */
export const pipelined = (pool: pg.Pool): Dialect => ({
  createDriver: () => new PipelinedDriver(pool),
  createQueryCompiler: () => new PostgresQueryCompiler(),
  createAdapter: () => new PostgresAdapter(),
  createIntrospector: (db) => new PostgresIntrospector(db),
})

/** A statement that each connection plans once, under its name. */
export type Prepared = { readonly name: string; readonly text: string; readonly values: readonly unknown[] }

/**
 * Makes a statement the last of its transaction: it is sent with the COMMIT, and if it fails, so does that.
 * One a transaction; its result is not asked for.
 */
export const sayLast = <DB>(tx: Kysely<DB>, statement: Prepared) =>
  tx.getExecutor().provideConnection(async (connection) => pipelinedOne(connection).sayLast(statement))

class PipelinedDriver implements Driver {
  readonly #pool: pg.Pool

  constructor(pool: pg.Pool) {
    this.#pool = pool
  }

  async init() {}

  async acquireConnection() {
    return new PipelinedConnection(await this.#pool.connect())
  }

  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings) {
    pipelinedOne(connection).begin(settings)
  }

  async commitTransaction(connection: DatabaseConnection) {
    await pipelinedOne(connection).commit()
  }

  async rollbackTransaction(connection: DatabaseConnection) {
    await pipelinedOne(connection).rollback()
  }

  async releaseConnection(connection: DatabaseConnection) {
    pipelinedOne(connection).release()
  }

  async destroy() {
    await this.#pool.end()
  }
}

/** A connection of the pool, with at most one transaction at a time. */
class PipelinedConnection implements DatabaseConnection {
  readonly #client: pg.PoolClient
  /** A BEGIN that waits for the first statement of its transaction. */
  #begin: string | undefined
  /** What goes with the COMMIT. */
  #last: Prepared | undefined
  #broken = false

  constructor(client: pg.PoolClient) {
    this.#client = client
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const begin = this.#begin
    this.#begin = undefined
    const answer = await this.#ask(begin, { text: query.sql, values: query.parameters })
    // oxlint-disable-next-line typescript/no-unsafe-assignment -- Which rows a statement answers, only its author knows.
    const rows: R[] = answer.rows
    return counted.has(answer.command) && answer.rowCount !== null
      ? { rows, numAffectedRows: BigInt(answer.rowCount) }
      : { rows }
  }

  streamQuery(): never {
    throw new Error('Answers are not streamed over a pipelined connection.')
  }

  begin({ isolationLevel, accessMode }: TransactionSettings) {
    const level = isolationLevel && `isolation level ${isolationLevel}`
    this.#begin = ['begin', level, accessMode].filter(Boolean).join(' ')
  }

  sayLast(statement: Prepared) {
    if (this.#last) throw new Error('A transaction says its last words once.')
    this.#last = statement
  }

  async commit() {
    const [begin, last] = [this.#begin, this.#last]
    this.#begin = this.#last = undefined
    if (begin && !last) return
    const { command } = await this.#ask(begin, last, 'commit')
    // What COMMIT answers when a statement before it has failed.
    if (command === 'ROLLBACK') throw new AbortedTransactionError()
  }

  async rollback() {
    const begun = this.#begin === undefined
    this.#begin = this.#last = undefined
    // A COMMIT that failed has ended it.
    if (!begun || this.#client.getTransactionStatus() === 'I') return
    try {
      await this.#ask('rollback')
    } catch (error) {
      this.#broken = true
      throw error
    }
  }

  release() {
    this.#client.release(this.#broken)
  }

  /** Sends statements in one write, and gives the answer to the last of them; fails as the first that fails. */
  async #ask(...statements: readonly (Statement | undefined)[]) {
    const { stream } = this.#client.connection
    stream.cork()
    const answers = statements.flatMap((statement) => (statement ? [this.#client.query(asPgTakesIt(statement))] : []))
    stream.uncork()
    const answer = (await Promise.all(answers)).at(-1)
    if (!answer) throw new Error('Nothing was asked.')
    return answer
  }
}

type Statement = string | Prepared | Omit<Prepared, 'name'>

const asPgTakesIt = (statement: Statement) =>
  typeof statement === 'string' ? statement : { ...statement, values: [...statement.values] }

const counted = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

const pipelinedOne = (connection: DatabaseConnection) => {
  if (connection instanceof PipelinedConnection) return connection
  throw new Error('This connection is not a pipelined one.')
}
