import { readFile, writeFile } from 'node:fs/promises'
import { z } from 'zod'

/** One run of one system at one work: what it measured, or how it failed. */
const Run = z.object({
  repeat: z.int(),
  system: z.string(),
  /** Null where there was nothing to measure. */
  figures: z.record(z.string(), z.number().nullable()),
  failure: z.string().optional(),
})
export type Run = z.output<typeof Run>

/** All runs of one work, none left out, and what the machine was doing when they began and ended. */
export const Result = z.object({
  at: z.string(),
  seconds: z.number(),
  sockets: z.int(),
  machine: z.string(),
  loadBefore: z.number(),
  loadAfter: z.number(),
  runs: z.array(Run),
})
export type Result = z.output<typeof Result>

const Results = z.record(z.string(), Result)
export type Results = z.output<typeof Results>

const file = new URL('results.json', import.meta.url)

/** What has been measured so far, by work. */
export const readResults = async (): Promise<Results> => {
  const text = await readFile(file, 'utf8').catch(() => '{}')
  return Results.parse(JSON.parse(text))
}

/** Keeps a work's result in place of the one before, or with `more` its runs behind those of the one before. */
export const keepResult = async (work: string, result: Result, more: boolean) => {
  const before = await readResults()
  const earlier = more ? before[work] : undefined
  const results = { ...before, [work]: earlier ? joined(earlier, result) : result }
  await writeFile(file, `${JSON.stringify(results, undefined, 1)}\n`)
  return results
}

const joined = (earlier: Result, result: Result): Result => {
  const repeats = Math.max(-1, ...earlier.runs.map(({ repeat }) => repeat)) + 1
  return {
    ...result,
    loadBefore: earlier.loadBefore,
    runs: [...earlier.runs, ...result.runs.map((run) => ({ ...run, repeat: run.repeat + repeats }))],
  }
}

/** A figure of each repeat of a system, in the order of the repeats; NaN where there is none. */
export const valuesOf = ({ runs }: Result, system: string, figure: string) =>
  runs.filter((run) => run.system === system).map(({ figures }) => figures[figure] ?? NaN)
