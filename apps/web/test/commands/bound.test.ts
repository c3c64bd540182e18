import { expect, test } from 'vitest'
import { commandIds } from '../../src/commands/command-table.ts'

const sources = import.meta.glob<string>('../../src/**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true })

test('no key is shown that does nothing: every command is bound by someone who can do it', () => {
  const binding = Object.values(sources).filter((source) => source.includes('useCommands('))
  const isBound = (id: string) =>
    binding.some((source) => new RegExp(String.raw`[{,]\s*${id}\s*[:,}]`, 'u').test(source))

  expect(commandIds.filter((id) => !isBound(id))).toEqual([])
})
