import { migrate } from '@livedesk/api/src/db/migrate.ts'
import { openDb, openPool } from '@livedesk/api/src/db/pool.ts'
import { openPostgres, type Postgres } from '@livedesk/api/src/start/postgres.ts'
import type { Database } from '@livedesk/api/src/db/schema.ts'
import { type CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { pino } from 'pino'
import { load, machine } from '../machine.ts'
import { quantile } from '../sample.ts'
import { type DeskSize, fillDesk } from './fill.ts'
import { type Question, page, queueQuestions, searchQuestions } from './questions.ts'
import { indexesOf } from './plan.ts'
import { keepQueueResult, type Timing } from './queue-results.ts'

const help = `node queue/queue.ts [--rounds n] [--folder where] [--small]

Fills desks of 100,000 and 1,000,000 tickets, and one of 200,000 with 1,000,000 messages, and asks of each what screens ask.
--rounds   how often each question is asked, in turn with the others (60)
--folder   keeps the desks there, and takes them from there the next time
--small    desks of a hundredth: for a look, printed, not kept`

type Desk = {
  readonly name: string
  readonly size: DeskSize
  readonly questions: readonly Question[]
  readonly pages: readonly number[]
}

const desks: readonly Desk[] = [
  { name: 'queue_100k', size: { tickets: 100_000, messages: 1 }, questions: queueQuestions, pages: [1, 1000] },
  { name: 'queue_1m', size: { tickets: 1_000_000, messages: 1 }, questions: queueQuestions, pages: [1, 1000] },
  { name: 'search_200k', size: { tickets: 200_000, messages: 5 }, questions: searchQuestions, pages: [] },
]

const quiet = pino({ level: 'silent' })

const main = async () => {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '60' },
      folder: { type: 'string' },
      small: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return console.log(help)
  await using opening = new AsyncDisposableStack()
  const folder = values.folder ?? (await mkdtemp(join(tmpdir(), 'livedesk-queue-')))
  if (values.folder === undefined) opening.defer(() => rm(folder, { recursive: true, force: true }))
  const postgres = opening.use(await openPostgres({ folder }))

  const loadBefore = load()
  const timings: Timing[] = []
  for (const desk of desks) {
    const url = await openFilled(postgres, values.small ? smaller(desk) : desk)
    for (const timing of await measure(url, desk, values.small ? [1] : desk.pages, Number(values.rounds))) {
      timings.push(timing)
      const { question, p50, p95, indexes } = timing
      console.log(
        `${desk.name.padEnd(12)} ${question.padEnd(50)} ${p50.toFixed(1).padStart(7)} ${p95.toFixed(1).padStart(7)} ms  ${indexes.join(', ')}`,
      )
    }
  }
  if (!values.small)
    await keepQueueResult({
      at: new Date().toISOString(),
      machine: machine(),
      loadBefore,
      loadAfter: load(),
      rounds: Number(values.rounds),
      timings,
    })
}

const smaller = (desk: Desk): Desk => ({
  ...desk,
  name: `${desk.name}_small`,
  size: { ...desk.size, tickets: desk.size.tickets / 100 },
})

/** The desk's database: filled now, or in an earlier run. */
const openFilled = async (postgres: Postgres, { name, size }: Desk) => {
  await postgres.createDatabase(name)
  const url = postgres.url(name)
  const db = openDb(openPool({ url, name: 'bench', max: 1, statementTimeout: 0, log: quiet }))
  try {
    await migrate(db)
    const there = await db.selectFrom('tickets').select('id').limit(1).execute()
    if (there.length === 0) await fillDesk(url, size)
    // As a desk that has run for a while, though it was kept from an older version.
    else await sql`analyze`.execute(db)
  } finally {
    await db.destroy()
  }
  return url
}

/** Asks every question in turn, again and again: what the server needs for an answer, without HTTP. */
const measure = async (url: string, desk: Desk, pages: readonly number[], rounds: number): Promise<Timing[]> => {
  const pool = openPool({ url, name: 'bench', max: 1, log: quiet })
  let queries: CompiledQuery[] = []
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool }),
    log: ({ query }) => void queries.push(query),
  })
  try {
    const snapshot = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
    const paged = await snapshot.execute((tx) => Promise.all(pages.map((number) => page(tx, number))))
    const questions = [...desk.questions, ...paged]
    const taken = new Map<Question, number[]>(questions.map((question) => [question, []]))
    const plans = new Map<Question, readonly string[]>()
    for (let round = 0; round < rounds; round += 1) {
      for (const question of questions) {
        queries = []
        const before = performance.now()
        await snapshot.execute(question.ask)
        taken.get(question)?.push(performance.now() - before)
        if (round === 0) plans.set(question, await indexesOf(pool, queries))
      }
    }
    return questions.map((question) => ({
      desk: desk.name,
      kind: question.kind,
      question: question.name,
      p50: quantile(taken.get(question) ?? [], 0.5),
      p95: quantile(taken.get(question) ?? [], 0.95),
      indexes: [...(plans.get(question) ?? [])],
    }))
  } finally {
    await db.destroy()
  }
}

await main()
