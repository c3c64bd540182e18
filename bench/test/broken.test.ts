import { readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import { edited } from '../chaos/broken/edit.ts'
import { variants, type Variant } from '../chaos/broken/variants.ts'
import type { Violation } from '../chaos/check.ts'
import { ask, type ChaosPostgres, openChaosPostgres } from '../chaos/postgres.ts'
import { run } from '../chaos/run.ts'

let postgres: ChaosPostgres
beforeAll(async () => {
  postgres = await openChaosPostgres()
  return () => postgres[Symbol.asyncDispose]()
})

const sourceOf = (file: string) => readFile(new URL(import.meta.resolve(`@livedesk/api/src/${file}`)), 'utf8')

/** A short run of a live layer with one thing wrong with it. */
const runWith = ({ name, edits, faults, seconds }: Variant, seed: number) =>
  run({
    seed,
    seconds,
    workers: 2,
    clients: 12,
    actors: 4,
    postgres,
    redis: undefined,
    faults,
    faultEveryMs: 300,
    patienceMs: 3000,
    execArgv: ['--import', `${import.meta.resolve('../chaos/broken/load.ts')}?${encodeURIComponent(name)}`],
    onDatabase: async (url) => {
      const file = 'db/migrations/0001_live.sql'
      const source = await sourceOf(file)
      const changed = functionsIn(edited(`/src/${file}`, source, edits)).filter(
        (definition) => !source.includes(definition),
      )
      for (const definition of changed) await ask(url, `create or replace function ${definition}`)
    },
  })

const functionsIn = (sql: string) =>
  [...sql.matchAll(/create function (.*?\n\$\$;)/gsu)].map(([, definition = '']) => definition)

test.concurrent.for(variants)('the checker catches it when $name', { timeout: 120_000 }, async (variant) => {
  for (const file of new Set(variant.edits.map((edit) => edit.file)))
    edited(`/src/${file}`, await sourceOf(file), variant.edits)

  // What is wrong shows only when things coincide: on a busy machine it may take more than one run.
  let all: readonly Violation[] = []
  for (let seed = 1; seed <= 3 && !all.some(caught(variant)); seed += 1) all = (await runWith(variant, seed)).violations

  expect(
    all.some(caught(variant)),
    all
      .slice(0, 20)
      .map(({ words }) => words)
      .join('\n'),
  ).toBe(true)
})

const caught =
  ({ caught }: Variant) =>
  ({ rule, words }: Violation) =>
    rule === caught.rule && caught.words.test(words)
