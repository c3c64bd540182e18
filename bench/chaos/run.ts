import { setTimeout as wait } from 'node:timers/promises'
import { check, type Verdict, type Violation } from './check.ts'
import { type Dice, openDice } from './dice.ts'
import { readEvidence } from './evidence.ts'
import { type Arena, drawFault, type FaultName, faults } from './faults.ts'
import type { Answered, History } from './history.ts'
import type { Outcome, Plan } from './orders.ts'
import { postgresNudgeFaults, redisNudgeFaults } from './nudge-faults.ts'
import { Planner } from './plans.ts'
import { ask, type ChaosPostgres } from './postgres.ts'
import { PostgresWatch } from './postgres-watch.ts'
import type { ChaosRedis } from './redis.ts'
import { Tab } from './tab.ts'
import { ChaosWorker } from './workers.ts'

export type RunOptions = {
  readonly seed: number
  readonly seconds: number
  readonly workers: number
  readonly clients: number
  readonly actors: number
  readonly postgres: ChaosPostgres
  /** Nudges go over it; over Postgres if there is none. */
  readonly redis: ChaosRedis | undefined
  readonly faults: readonly FaultName[]
  /** The mean time between two faults. */
  readonly faultEveryMs: number
  /** How long a desk without faults may take until everyone has heard everything. */
  readonly patienceMs: number
  /** More arguments for the workers' Node. */
  readonly execArgv?: readonly string[]
  readonly onDatabase?: (url: string) => Promise<void>
  /** Something in particular that is done meanwhile; the run goes on until it is over. */
  readonly meanwhile?: (arena: Arena) => Promise<void>
  readonly say?: (sentence: string) => void
}

export type Result = Verdict & {
  readonly seed: number
  readonly transactions: Readonly<Record<Outcome, number>>
  readonly faults: Readonly<Record<string, number>>
  readonly workersStarted: number
  readonly histories: readonly History[]
  /** From Postgres's first answer to every worker's connections being up, at worst, in ms. */
  readonly slowestHealMs: number
  /** From the last commit, whose worker died and whose nudges were lost, to the last tab that heard it, in ms. */
  readonly lastHeardMs: number
}

/** Runs a desk of several workers and many tabs, breaks it for some seconds, lets it heal, and judges what everyone saw. */
export const run = async (options: RunOptions): Promise<Result> => {
  const { seed, postgres, redis, say = () => {} } = options
  const dice = openDice(seed)
  await using opening = new AsyncDisposableStack()
  const databaseUrl = await postgres.openDatabase()
  await options.onDatabase?.(databaseUrl)

  const startWorker = (index: number) =>
    opening.use(
      new ChaosWorker({
        databaseUrl,
        redisUrl: redis?.url,
        seed: seed + index * 1000,
        execArgv: options.execArgv ?? [],
      }),
    )
  const workers = atLeastOne(options.workers, startWorker)
  await Promise.all(workers.map((worker) => worker.started()))

  let sessions = 0
  const signIn = async (userId: number) => {
    sessions += 1
    const session = sessions
    await ask(databaseUrl, 'insert into chaos_session (id, user_id) values ($1, $2)', [session, userId])
    return session
  }
  const users = Math.max(2, Math.ceil(options.clients / 3))
  const tabs = atLeastOne(options.clients, (index) =>
    opening.use(
      new Tab({ name: `tab ${index}`, userId: 1 + (index % users), dice: dice.for(`tab ${index}`), workers, signIn }),
    ),
  )
  for (const tab of tabs) await tab.start()
  const place = {
    users,
    chats: Math.max(2, Math.ceil(users / 3)),
    tickets: 20,
    sessions: () => tabs.flatMap((tab) => tab.histories.at(-1)?.sessionId ?? []),
  }

  const over = new AbortController()
  const calm = { wanted: false }
  const nudges = redis ? redisNudgeFaults(workers) : postgresNudgeFaults(databaseUrl, dice.for('echo'))
  const watch = new PostgresWatch(workers)
  const arena: Arena = {
    dice: dice.for('faults'),
    databaseUrl,
    postgres,
    redis,
    workers,
    tabs,
    nudges,
    over: over.signal,
    calm,
    onPostgres: (state) => watch.told(state),
  }
  const answered: Answered[] = []
  const mayDie = options.faults.includes('kill a worker')
  const actors = Array.from({ length: options.actors }, (_, index) => {
    const name = `actor${index}`
    return act(new Planner(name, dice.for(name), place, { mayDie }), name, dice.for(`${name} goes`), arena, answered)
  })
  const broken = breakThings(options, arena, say)
  await Promise.all([wait(options.seconds * 1000), options.meanwhile?.(arena)])
  over.abort()
  const [counts] = await Promise.all([broken, ...actors])

  say('The faults are over: healing.')
  for (const tab of tabs) {
    tab.reloads = false
    tab.line?.mend({ lost: false })
    tab.goOnReading()
  }
  await watch.settled()
  await nudges.tell('well')
  await Promise.all(workers.map((worker) => worker.back()))
  const lastHeardMs = await lastAct(arena, answered, options.patienceMs)
  const evidence = await readEvidence(databaseUrl)
  const histories = tabs.flatMap((tab) => tab.histories)
  const verdict = check({ ...evidence, answered, histories, crashed: watch.crashed, pruned: false })
  const count = (outcome: Outcome) => answered.filter((one) => one.outcome === outcome).length
  return {
    ...verdict,
    violations: [...verdict.violations, ...watch.violations],
    histories,
    seed,
    transactions: { committed: count('committed'), 'rolled back': count('rolled back'), unknown: count('unknown') },
    faults: counts,
    workersStarted: workers.reduce((sum, { starts }) => sum + starts, 0),
    slowestHealMs: watch.slowestHealMs,
    lastHeardMs,
  }
}

/** One actor: its transactions follow each other, on whatever worker is there. */
const act = async (
  planner: Planner,
  actor: string,
  dice: Dice,
  { workers, over, calm }: Arena,
  answered: Answered[],
) => {
  while (!over.aborted) {
    const worker = dice.pick(workers)
    if (worker.port === undefined || calm.wanted) {
      await wait(20)
      continue
    }
    const { transaction, plan, says, takenBack } = planner.next()
    const asked = worker.ask({ do: 'transact', plan }).then(asOutcome, (): Outcome => 'unknown')
    // A frozen worker answers when it is thawed; nobody waits for that.
    const outcome = await Promise.race([asked, wait(15_000, 'unknown' as const, { ref: false })])
    answered.push({ transaction, actor, outcome, says, takenBack })
    await wait(outcome === 'unknown' ? 200 : dice.between(0, 20))
  }
}

const asOutcome = (answer: unknown): Outcome =>
  answer === 'committed' || answer === 'rolled back' ? answer : 'unknown'

const breakThings = async (
  { faults: allowed, faultEveryMs }: RunOptions,
  arena: Arena,
  say: (sentence: string) => void,
) => {
  const counts: Record<string, number> = {}
  const underWay = new Map<FaultName, Promise<unknown>>()
  while (!arena.over.aborted) {
    await wait(arena.dice.between(0, 2 * faultEveryMs), undefined, { signal: arena.over }).catch(() => {})
    const name = drawFault(arena.dice, allowed)
    if (arena.over.aborted || name === undefined) continue
    // One server restarts once at a time.
    const busy =
      name.includes('Postgres') && name !== 'end connections to Postgres'
        ? ['restart Postgres', 'crash Postgres']
        : name.includes('Redis')
          ? [name]
          : []
    if ([...underWay.keys()].some((one) => busy.includes(one))) continue
    say(name)
    counts[name] = (counts[name] ?? 0) + 1
    const fault = faults[name][1](arena).finally(() => underWay.get(name) === fault && underWay.delete(name))
    underWay.set(name, fault)
  }
  await Promise.all(underWay.values())
  return counts
}

/** No news goes out any more, and the last transaction's worker dies before it is numbered: only the sweeps are left to tell. (A read of a snapshot would ask for numbers, too.) */
const lastAct = async ({ workers, tabs, nudges, databaseUrl }: Arena, answered: Answered[], patienceMs: number) => {
  await everyone(tabs, databaseUrl, patienceMs)
  await nudges.tell('without news')
  const [doomed] = workers
  doomed.returns = false
  const said = 'last:1'
  const plan: Plan = {
    steps: [{ do: 'announce', said, bytes: 1 }],
    isolation: 'read committed',
    ending: 'commit',
    afterwards: 'die',
  }
  const outcome = await doomed.ask({ do: 'transact', plan }).then(asOutcome, (): Outcome => 'unknown')
  answered.push({ transaction: 'last', actor: 'last', outcome, says: [said], takenBack: [] })
  const committedAt = performance.now()
  await everyone(tabs, databaseUrl, patienceMs)
  return performance.now() - committedAt
}

/** Waits until every tab has been served up to the head, and nothing waits for its number; or until patience ends. */
const everyone = async (tabs: readonly Tab[], databaseUrl: string, patienceMs: number) => {
  const deadline = performance.now() + patienceMs
  while (performance.now() < deadline) {
    const [head] = await ask<{ seq: string; unnumbered: string }>(
      databaseUrl,
      'select seq, (select count(*) from live_inbox) as unnumbered from live_head',
    )
    if (Number(head?.unnumbered) === 0 && tabs.every((tab) => tab.connected && tab.cursor >= Number(head?.seq))) return
    await wait(50)
  }
}

const atLeastOne = <T>(count: number, make: (index: number) => T): readonly [T, ...T[]] => [
  make(0),
  ...Array.from({ length: count - 1 }, (_, index) => make(index + 1)),
]

export const words = ({ rule, words }: Violation) => `[${rule}] ${words}`
