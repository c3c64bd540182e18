import { readdirSync, readFileSync } from 'node:fs'
import { convertCssVariables, DEFAULT_THEME, mergeMantineTheme } from '@mantine/core'
import { expect, test } from 'vitest'
import { cssVariables, theme } from '../../src/app/theme.ts'

const sources = (folder: URL): [string, string][] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:css|tsx)$/u.test(name))
    .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')])

test('each variable that our styles name is in a stylesheet: nothing is written at run time', () => {
  const tokens = readFileSync(new URL('../../src/ui/tokens.css', import.meta.url), 'utf8')
  const made = convertCssVariables(cssVariables(mergeMantineTheme(DEFAULT_THEME, theme))) + tokens
  const known = new Set([...made.matchAll(/(--(?:mantine|desk)-[\w-]+):/gu)].map(([, name]) => name))

  for (const [file, text] of sources(new URL('../../src/', import.meta.url))) {
    for (const [, name] of text.matchAll(/var\((--(?:mantine|desk)-[\w-]+)\)/gu)) {
      expect.soft(known.has(name), `${file}: ${name}`).toBe(true)
    }
  }
})
