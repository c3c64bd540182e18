import { setTimeout as wait } from 'node:timers/promises'
import type { Dice } from './dice.ts'
import type { ChaosRedis } from './redis.ts'
import { ask, type ChaosPostgres } from './postgres.ts'
import type { NudgeFaults } from './nudge-faults.ts'
import type { Tab } from './tab.ts'
import type { ChaosWorker } from './workers.ts'

/** What faults are done to. */
export type Arena = {
  readonly dice: Dice
  readonly databaseUrl: string
  readonly postgres: ChaosPostgres
  readonly redis: ChaosRedis | undefined
  readonly workers: readonly [ChaosWorker, ...ChaosWorker[]]
  readonly nudges: NudgeFaults
  readonly tabs: readonly [Tab, ...Tab[]]
  /** Ends every fault early: what it broke is mended then. */
  readonly over: AbortSignal
  /** While it is wanted, nobody begins a transaction. */
  readonly calm: { wanted: boolean }
  /** Told when Postgres goes, and when it answers again. */
  readonly onPostgres: (state: 'gone' | 'crashed' | 'back') => void
}

/** Each breaks something, waits, and mends it. The number says how often it is drawn, beside the others. */
export const faults = {
  'kill a worker': [6, async ({ dice, workers }) => dice.pick(workers).kill()],
  'kill a worker that has numbered and not told': [
    4,
    async ({ dice, workers }) => void (await dice.pick(workers).ask({ do: 'die after numbering' }).catch(ignore)),
  ],
  'restart a worker gently': [
    4,
    async ({ dice, workers }) => void (await dice.pick(workers).ask({ do: 'leave' }).catch(ignore)),
  ],
  'freeze a worker': [
    3,
    async (arena) => {
      const worker = arena.dice.pick(arena.workers)
      worker.freeze()
      await pause(arena, 200, 6000)
      worker.thaw()
    },
  ],
  'nudge badly': [5, async (arena) => nudge(arena, 'badly')],
  'nudge without news': [3, async (arena) => nudge(arena, 'without news')],
  'do not nudge': [3, async (arena) => nudge(arena, 'not at all')],
  'end connections to Postgres': [
    8,
    async ({ dice, databaseUrl }) => {
      const name = dice.pick(['livedesk-listen', 'livedesk-notify', 'livedesk-sequence', 'livedesk-read', 'chaos', '%'])
      await ask(
        databaseUrl,
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() and application_name like $1`,
        [name],
      ).catch(ignore)
    },
  ],
  'restart Postgres': [1, async (arena) => restartPostgres(arena, 'fast')],
  'crash Postgres': [2, async (arena) => restartPostgres(arena, 'immediate')],
  'restart Redis': [
    3,
    async (arena) => {
      await arena.redis?.stop()
      await pause(arena, 50, 4000)
      await arena.redis?.start()
    },
  ],
  'flush Redis': [2, async ({ redis }) => redis?.flush().catch(ignore)],
  'cut a line': [
    20,
    async (arena) => {
      const { line } = arena.dice.pick(arena.tabs)
      line?.cut()
      // Mostly short, now and then up to half a minute.
      await pause(arena, 100, arena.dice.chance(0.1) ? 30_000 : 3000)
      line?.mend({ lost: true })
    },
  ],
  'silence a line': [
    12,
    async (arena) => {
      const { line } = arena.dice.pick(arena.tabs)
      line?.silence()
      await pause(arena, 500, 12_000)
      line?.mend({ lost: arena.dice.chance(0.5) })
    },
  ],
  'stop reading': [
    12,
    async (arena) => {
      const tab = arena.dice.pick(arena.tabs)
      tab.stopReading()
      await pause(arena, 500, 10_000)
      tab.goOnReading()
    },
  ],
} as const satisfies Record<string, readonly [number, (arena: Arena) => Promise<unknown>]>

export type FaultName = keyof typeof faults
export const faultNames = Object.keys(faults).filter((name): name is FaultName => Object.hasOwn(faults, name))

/** Draws one of the faults that are allowed, by their numbers. */
export const drawFault = (dice: Dice, allowed: readonly FaultName[]): FaultName | undefined => {
  let left = dice.next() * allowed.reduce((sum, name) => sum + faults[name][0], 0)
  return allowed.find((name) => (left -= faults[name][0]) < 0)
}

const nudge = async (arena: Arena, how: 'badly' | 'without news' | 'not at all') => {
  await arena.nudges.tell(how)
  await pause(arena, 500, 5000)
  await arena.nudges.tell('well')
}

const restartPostgres = async (arena: Arena, how: 'fast' | 'immediate') => {
  // Numbering commits without waiting for the disk: its last one can be lost only while no transaction follows it there.
  arena.calm.wanted = how === 'immediate' && arena.dice.chance(0.7)
  if (arena.calm.wanted) await pause(arena, 20, 150)
  arena.calm.wanted = false
  arena.onPostgres(how === 'immediate' ? 'crashed' : 'gone')
  await arena.postgres.stop(how)
  await pause(arena, 50, 3000)
  await arena.postgres.start()
  arena.onPostgres('back')
}

const pause = ({ dice, over }: Arena, atLeastMs: number, atMostMs: number) =>
  wait(dice.between(atLeastMs, atMostMs), undefined, { signal: over }).catch(ignore)

const ignore = () => undefined
