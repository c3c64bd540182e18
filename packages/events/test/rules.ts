import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../..')

export const spec = readFileSync(join(import.meta.dirname, '../SPEC.md'), 'utf8')

/** The ids of the rules, in the order of the page. */
export const rules = [...spec.matchAll(/^\*\*(?<id>[A-Z]\d+)[. ]/gmu)].map(({ groups }) => groups?.id ?? '')

/** The rules that tests name, each with the files that do: a test of a rule begins with its id in brackets, or with several, [D3, W5]. */
export const namedRules = () => {
  const files = globSync('{apps,packages,e2e,bench}/**/*.{test,spec}.{ts,tsx}', {
    cwd: root,
    exclude: ['**/node_modules'],
  })
  const names = files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/['"`]\[(?<ids>[A-Z]\d+(?:, [A-Z]\d+)*)\] /gu)].flatMap(
      ({ groups }) => (groups?.ids ?? '').split(', ').map((id) => ({ id, file })),
    ),
  )
  return Map.groupBy(names, ({ id }) => id)
}
