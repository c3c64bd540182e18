import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { initialScripts, requireBudget } from '../budget.ts'
import { playwrightCounts, sum, vitestCounts } from '../counts.ts'

test('the counts of every runner are added up', async () => {
  await using folder = await emptyFolder()
  await folder.write('web.json', { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 })
  await folder.write('api.json', { numPassedTests: 5, numFailedTests: 2, numPendingTests: 0, numTodoTests: 0 })
  await folder.write('e2e.json', { stats: { expected: 7, unexpected: 1, flaky: 0, skipped: 0 } })
  const counts = [...(await vitestCounts(folder.path)), await playwrightCounts(folder.at('e2e.json'))]
  expect(sum(counts)).toEqual({ passed: 15, failed: 3, skipped: 2 })
})

test('a story that passed only on the second try has failed', async () => {
  await using folder = await emptyFolder()
  await folder.write('e2e.json', { stats: { expected: 7, unexpected: 0, flaky: 1, skipped: 0 } })
  expect(await playwrightCounts(folder.at('e2e.json'))).toEqual({ passed: 7, failed: 1, skipped: 0 })
})

test('a report that counts nothing is refused, not taken for zero', async () => {
  await using folder = await emptyFolder()
  await folder.write('web.json', {})
  await expect(vitestCounts(folder.path)).rejects.toThrow('numPassedTests')
})

test('the first load is the scripts of the page and those it preloads, not its styles', () => {
  const page = `<script type="module" crossorigin src="/assets/a.js"></script>
    <link rel="modulepreload" crossorigin href="/assets/b.js"><link rel="stylesheet" href="/assets/c.css">`
  expect(initialScripts(page)).toEqual(['/assets/a.js', '/assets/b.js'])
})

test('a first load over the budget is refused', async () => {
  await using folder = await emptyFolder()
  const noise = Array.from({ length: 500_000 }, () => Math.random().toString(36).slice(2, 3)).join('')
  await writeFile(folder.at('a.js'), noise)
  await writeFile(folder.at('index.html'), '<script src="/a.js"></script>')
  await expect(requireBudget(folder.path)).rejects.toThrow('300000 are allowed')
})

test('a page without scripts is refused', async () => {
  await using folder = await emptyFolder()
  await writeFile(folder.at('index.html'), '<p>Soon</p>')
  await expect(requireBudget(folder.path)).rejects.toThrow('loads no script')
})

const emptyFolder = async () => {
  const path = await mkdtemp(join(tmpdir(), 'livedesk-gate-'))
  const at = (name: string) => join(path, name)
  return {
    path,
    at,
    write: (name: string, report: unknown) => writeFile(at(name), JSON.stringify(report)),
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  }
}
