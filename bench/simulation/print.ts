import { parseArgs } from 'node:util'
import { z } from 'zod'
import { findWrong } from './find-wrong.ts'

// What `pnpm simulate` prints: how much was played through, and what went wrong at the first desk where something did.
const usage = `pnpm simulate [--desks 5000] [--seed <number>]

Plays so many desks through in a time that is not real: the delivery of the workers as it is, over a database and lines that answer
late, break and forget. The same seed gives the same desk.`

const Flags = z.object({
  desks: z.coerce.number().int().positive().default(5000),
  seed: z.coerce
    .number()
    .int()
    .default(() => Math.floor(Math.random() * 2 ** 31)),
})
const text = { type: 'string' } as const
const { values } = parseArgs({ options: { desks: text, seed: text, help: { type: 'boolean' } } })
const flags = values.help ? undefined : Flags.safeParse(values)
const print = (sentence: string) => void process.stdout.write(`${sentence}\n`)

if (!flags?.success) {
  print(usage)
  process.exitCode = values.help ? 0 : 2
} else {
  const { desks, seed } = flags.data
  const { wrong, deliveries, resyncs } = await findWrong(seed, desks)
  print(`${desks} desks from seed ${seed}: ${deliveries} deliveries, told to load anew: ${JSON.stringify(resyncs)}`)
  if (wrong) {
    print(`At the desk of seed ${wrong.seed}, within ${wrong.acts} acts:`)
    for (const { rule, words } of wrong.violations.slice(0, 20)) print(`  ${rule}: ${words}`)
    process.exitCode = 1
  } else print('Nobody lost, repeated, reordered or overheard anything.')
}
