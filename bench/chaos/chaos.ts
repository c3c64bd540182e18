import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { faultNames } from './faults.ts'
import { openChaosPostgres } from './postgres.ts'
import { openChaosRedis } from './redis.ts'
import { restartAll, type RollingRestart } from './rolling-restart.ts'
import { run, words } from './run.ts'

const usage = `pnpm chaos [--seed <number>] [--seconds 60] [--workers 3] [--clients 60] [--actors 6] [--pubsub postgres|redis] [--fault-every 700] [--rolling] [--loud] [--dump <file>]

Runs a desk over a PostgreSQL of its own, breaks it at random, and checks that nobody lost, repeated, reordered or overheard anything.
The same seed plans the same transactions and draws the same faults. --dump keeps what the wronged tabs saw.
With --rolling nothing is broken: every worker is restarted, one after another, under load, and everyone has to come back.`

const whole = z.coerce.number().int().positive()
const Flags = z.object({
  seed: z.coerce
    .number()
    .int()
    .default(() => Math.floor(Math.random() * 2 ** 31)),
  seconds: whole.default(60),
  workers: whole.default(3),
  clients: whole.default(60),
  actors: whole.default(6),
  pubsub: z.enum(['postgres', 'redis']).default('postgres'),
  'fault-every': whole.default(700),
  rolling: z.boolean().default(false),
  dump: z.string().optional(),
  loud: z.boolean().default(false),
})

const text = { type: 'string' } as const
const { values } = parseArgs({
  options: {
    seed: text,
    seconds: text,
    workers: text,
    clients: text,
    actors: text,
    pubsub: text,
    'fault-every': text,
    dump: text,
    rolling: { type: 'boolean' },
    loud: { type: 'boolean' },
    help: { type: 'boolean' },
  },
})
const flags = values.help ? undefined : Flags.safeParse(values)
const print = (sentence: string) => void process.stdout.write(`${sentence}\n`)

if (!flags?.success) {
  print(flags ? `${z.prettifyError(flags.error)}\n\n${usage}` : usage)
  process.exitCode = flags ? 2 : 0
} else {
  const { pubsub, loud, dump, rolling, 'fault-every': faultEveryMs, ...settings } = flags.data
  let restart: RollingRestart | undefined
  print(
    `seed ${settings.seed}: ${settings.workers} workers, ${settings.clients} tabs, ${settings.seconds} s, nudges over ${pubsub}`,
  )
  await using postgres = await openChaosPostgres()
  await using redis = pubsub === 'redis' ? await openChaosRedis() : undefined
  const startedAt = Date.now()
  const result = await run({
    ...settings,
    postgres,
    redis,
    faults: rolling ? [] : faultNames.filter((name) => redis !== undefined || !name.includes('Redis')),
    ...(rolling && {
      meanwhile: async (arena) => {
        restart = await restartAll(arena)
      },
    }),
    faultEveryMs,
    patienceMs: 20_000,
    say: (sentence) => loud && print(`${((Date.now() - startedAt) / 1000).toFixed(1).padStart(6)} s  ${sentence}`),
  })
  const { violations, histories, ...figures } = result
  print(JSON.stringify({ ...figures, ...restart }, undefined, 2))
  for (const violation of violations.slice(0, 30)) print(words(violation))
  if (dump !== undefined) {
    const wronged = new Set(violations.map(({ tab }) => tab))
    await writeFile(
      dump,
      JSON.stringify(
        histories.filter(({ tab }) => wronged.has(tab)),
        undefined,
        1,
      ),
    )
  }
  print(
    violations.length === 0
      ? `No violation in ${result.deliveries} deliveries.`
      : `${violations.length} VIOLATIONS. Again: --seed ${result.seed}`,
  )
  process.exitCode = violations.length === 0 ? 0 : 1
}
