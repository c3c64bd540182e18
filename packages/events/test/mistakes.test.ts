import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, expect, test } from 'vitest'

const expected: [mistake: string, codes: string[], words: string][] = [
  ['wrong-field', ['TS2353'], "'ticket' does not exist in type '{ type: \"ticket_assigned\""],
  ['missing-field', ['TS2345'], "Property 'title' is missing"],
  ['wrong-name', ['TS2820'], 'Did you mean \'"ticket_assigned"\'?'],
  ['wrong-audience', ['TS2322'], 'Type \'"chat_member_removed"\' is not assignable to type \'"chat_read" |'],
  ['ephemeral-through-the-log', ['TS2322'], 'Type \'"typing"\' is not assignable to type \'"chat_member_added" |'],
  ['durable-in-passing', ['TS2322'], 'Type \'"chat_member_removed"\' is not assignable to type \'"typing"\''],
  [
    'mixed-ids',
    ['TS2322', 'TS2322'],
    'Type \'number & $brand<"UserId">\' is not assignable to type \'number & $brand<"ChatId">\'',
  ],
  ['bare-id', ['TS2322'], "Type 'number' is not assignable to type 'number & $brand<\"ChatId\">'"],
  ['forgotten-event', ['TS2741'], "Property 'ticket_assigned' is missing"],
  ['unknown-event-handled', ['TS2561'], "Did you mean to write 'ticket_assigned'?"],
  ['wrong-field-read', ['TS2551'], "Did you mean 'title'?"],
  ['unread-command', ['TS2366'], 'Function lacks ending return statement'],
]

// Each file of `mistakes/` makes one, unguarded. A type test's `@ts-expect-error` is worth something only if these do not compile.
const mistakes = join(import.meta.dirname, 'mistakes')
let said: { file: string; code: string; words: string }[] = []

beforeAll(async () => {
  const tsc = createRequire(import.meta.url)
    .resolve('typescript/package.json')
    .replace('package.json', 'bin/tsc')
  const compile = promisify(execFile)(process.execPath, [tsc, '--project', '.', '--pretty', 'false'], { cwd: mistakes })
  const output = await compile.then(
    () => '',
    ({ stdout }: { stdout: string }) => stdout,
  )
  said = [...output.matchAll(/^(?<file>[\w./-]+)\(\d+,\d+\): error (?<code>TS\d+): (?<words>.*(?:\n {2}.*)*)/gmu)].map(
    ({ groups }) => ({ file: groups?.file ?? '', code: groups?.code ?? '', words: groups?.words ?? '' }),
  )
})

test.each(expected)('%s does not compile', (mistake, codes, words) => {
  const here = said.filter(({ file }) => file === `${mistake}.ts`)
  expect(here.map(({ code }) => code)).toEqual(codes)
  expect(here[0]?.words).toContain(words)
})

test('every mistake is looked for, and nothing else is wrong', () => {
  const names = expected.map(([mistake]) => `${mistake}.ts`)
  expect(readdirSync(mistakes).filter((name) => name.endsWith('.ts'))).toEqual(names.toSorted())
  expect([...new Set(said.map(({ file }) => file))]).toEqual(names.toSorted())
})
