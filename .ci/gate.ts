import { cp, mkdir, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { command } from './command.ts'
import { requireBudget } from './budget.ts'
import { playwrightCounts, sum, vitestCounts } from './counts.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const reports = `${root}node_modules/.cache/gate/`

/** What a change must pass before it lands: what is cheap and fails often comes first, and the first failure ends it. */
const steps: readonly (readonly [what: string, check: () => Promise<void>])[] = [
  ['Format', () => run('oxfmt', ['--check'])],
  ['Lint', () => run('oxlint')],
  ['Types', () => run('turbo', ['run', 'types', '--output-logs=errors-only'])],
  ['Walls between packages', () => run('turbo', ['boundaries'])],
  ['Unused code', () => run('knip', ['--no-config-hints'])],
  ['Duplicates', () => run('jscpd', ['apps', 'packages', 'e2e', 'bench', '.ci', ...duplicates])],
  ['Tests of the gate itself', () => vitest('.ci')],
  ['Tests of the contract', () => vitest('packages/events')],
  ['Tests of the queue', () => vitest('packages/queue')],
  ['Tests of the web app', () => vitest('apps/web')],
  ['Tests of the API', () => vitest('apps/api')],
  ['Delivery: chaos, its checker, the model', () => vitest('bench')],
  ['Web build', () => run('turbo', ['run', 'build', '--output-logs=errors-only'])],
  ['Size of the first load', () => requireBudget(`${root}apps/web/dist`)],
  ['Stories in a browser', () => playwright()],
]

const duplicates = [
  '--min-tokens=60',
  '--threshold=1',
  '--pattern=**/*.{ts,tsx}',
  '--ignore=**/node_modules/**,**/dist/**',
  '--reporters=silent',
  '--noTips',
]

const run = (program: string, args: readonly string[] = [], folder = '') =>
  command(root, program, args, `${root}${folder}`)

const vitest = (folder: string) =>
  run('vitest', ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${reportOf(folder)}`], folder)

const playwright = async () => {
  await run('playwright', ['test'], 'e2e')
  await cp(`${root}e2e/test-results/report.json`, reportOf('e2e'))
}

const reportOf = (folder: string) => `${reports}${folder.replaceAll('/', '-')}.json`

const gate = async () => {
  await rm(reports, { recursive: true, force: true })
  await mkdir(reports, { recursive: true })
  for (const [index, [what, check]] of steps.entries()) {
    const began = performance.now()
    console.log(`\n── ${index + 1}/${steps.length} ${what}`)
    await check()
    console.log(`   ${what}: good, ${((performance.now() - began) / 1000).toFixed(1)} s`)
  }
  const { passed, failed, skipped } = sum([...(await vitestCounts(reports)), await playwrightCounts(reportOf('e2e'))])
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
}

try {
  await gate()
} catch (error) {
  console.error(`\nThe gate is closed: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
