import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { contractHistory, type VersionLine } from '../version.ts'
import { asyncApi } from './asyncapi.ts'
import { whatToPin } from './history.ts'
import { contractSchema } from './json-schema.ts'

// pnpm contract ["What changed, in a sentence."] [--major]
// Writes the contract's history, history/<version>.json and asyncapi.json; refuses to change what a version means.

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { major: { type: 'boolean', default: false } },
})
const what = positionals.join(' ')
const root = new URL('../../', import.meta.url)
const pinnedAt = (version: string) => new URL(`history/${version}.json`, root)

const contract = contractSchema()
const pinned = (version: string) =>
  z.record(z.string(), z.json()).parse(JSON.parse(readFileSync(pinnedAt(version), 'utf8')))
const pin = whatToPin(contractHistory, contract, pinned, what === '' ? undefined : { what, major: values.major })

const write = (place: URL, document: object) => writeFileSync(place, `${JSON.stringify(document, null, 2)}\n`)

const quoted = (text: string) => (/['\\\n]/u.test(text) ? JSON.stringify(text) : `'${text}'`)

const writeHistory = (lines: readonly VersionLine[]) => {
  const place = new URL('src/version.ts', root)
  const written = lines
    .map(({ version, hash, what: words }) => [
      '  {',
      `    version: ${quoted(version)},`,
      `    hash: ${quoted(hash)},`,
      `    what: ${quoted(words)},`,
      '  },',
    ])
    .flat()
    .join('\n')
  const source = readFileSync(place, 'utf8')
  writeFileSync(
    place,
    source.replace(/(?<=contractHistory = )\[[^]*?\](?= as const)/u, () => `[\n${written}\n]`),
  )
}

switch (pin.do) {
  case 'refuse':
    process.stderr.write(`${pin.why}\n`)
    process.exitCode = 1
    break
  case 'nothing':
    write(new URL('asyncapi.json', root), asyncApi(contractHistory[0].version))
    process.stdout.write(`The contract is still version ${contractHistory[0].version}.\n`)
    break
  case 'write': {
    const [newest] = pin.history
    writeHistory(pin.history)
    mkdirSync(new URL('history/', root), { recursive: true })
    write(pinnedAt(newest.version), contract)
    write(new URL('asyncapi.json', root), asyncApi(newest.version))
    process.stdout.write(`The contract is version ${newest.version} now.\n`)
  }
}
