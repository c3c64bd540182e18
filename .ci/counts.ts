import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number }

const VitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
})

const PlaywrightReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
})

/** What each Vitest run of the gate counted, by the reports it wrote. */
export const vitestCounts = async (reports: string): Promise<Counts[]> => {
  const files = (await readdir(reports)).filter((name) => name.endsWith('.json') && name !== 'e2e.json')
  return Promise.all(
    files.map(async (name) => {
      const report = VitestReport.parse(await json(join(reports, name)))
      const skipped = report.numPendingTests + report.numTodoTests
      return { passed: report.numPassedTests, failed: report.numFailedTests, skipped }
    }),
  )
}

/** What Playwright counted. A flaky test passed only when it was tried again, so it has failed. */
export const playwrightCounts = async (report: string): Promise<Counts> => {
  const { stats } = PlaywrightReport.parse(await json(report))
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }
}

export const sum = (counts: readonly Counts[]): Counts => ({
  passed: counts.reduce((total, { passed }) => total + passed, 0),
  failed: counts.reduce((total, { failed }) => total + failed, 0),
  skipped: counts.reduce((total, { skipped }) => total + skipped, 0),
})

const json = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'))
