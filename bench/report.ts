import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { spreadOf, type Spread, type Verdict, verdicts } from './compare.ts'
import { peers } from './peers/peers.ts'
import { barsSvg, readable } from './plot.ts'
import { queueSection } from './queue/queue-results.ts'
import { type Result, type Results, valuesOf } from './results.ts'
import type { Goal, Work } from './work/work.ts'

const here = (path: string) => new URL(path, import.meta.url)

/** Writes RESULTS.md and its pictures from everything that has been measured. */
export const writeReport = async (works: readonly Work[], results: Results) => {
  const measured = works.flatMap((work) => {
    const result = results[work.name]
    return result ? [{ work, result }] : []
  })
  await mkdir(here('plots/'), { recursive: true })
  for (const { work, result } of measured) {
    for (const { name, unit, bars } of plotsOf(work, result)) {
      await writeFile(here(`plots/${name}.svg`), barsSvg(work.name, unit, bars))
    }
  }
  const notes = await readFile(here('NOTES.md'), 'utf8').catch(() => '')
  await writeFile(
    here('RESULTS.md'),
    `${[
      '# Results',
      'Written by `pnpm bench` (`pnpm bench --help` says how to choose). Ratios are the result; absolute figures belong to the machine.',
      "Each system ran as two worker processes over a PostgreSQL and a Redis of the run's own, one after another, in turn, again and again; every run is in `results.json`, none was left out. Clients ran on the same machine. A ratio is taken between the two runs of one repeat; given are the median, and in brackets the lowest and the highest.",
      '## Goals',
      goalTable(works.flatMap((work) => verdicts(work, results).map((verdict) => ({ work, verdict })))),
      '## Who promises what',
      promiseTable(),
      notes.trim(),
      ...measured.flatMap(({ work, result }) => section(work, result)),
      ...(await queueSection()),
    ]
      .filter((part) => part !== '')
      .join('\n\n')}\n`,
  )
}

/** The goals of some works as lines to read in a terminal. */
export const verdictLines = (works: readonly Work[], results: Results) =>
  works.flatMap((work) =>
    verdicts(work, results).map(
      (verdict) => `${mark(verdict)}  ${work.name}: ${sentence(verdict.goal)}: ${outcome(verdict)}`,
    ),
  )

const section = (work: Work, result: Result) => [
  `## ${work.name}`,
  work.about,
  figureTable(work, result),
  ...plotsOf(work, result).map(({ name, unit }) => `![${work.name}: ${unit}](plots/${name}.svg)`),
  ...result.runs
    .filter(({ failure }) => failure !== undefined)
    .map(({ system, repeat, failure }) => `- ${system}, repeat ${repeat + 1}, failed: ${failure}`),
  `${result.at}; ${result.seconds} s a run, load ${result.loadBefore} before and ${result.loadAfter} after; ${result.machine}.`,
]

const figureTable = (work: Work, result: Result) => {
  const figures = Object.entries(work.figures)
  return table(
    ['system', ...figures.map(([, unit]) => unit)],
    work.systems.map((system) => [
      system,
      ...figures.map(([figure]) => spreadCell(spreadOf(valuesOf(result, system, figure)))),
    ]),
  )
}

const goalTable = (goals: readonly { readonly work: Work; readonly verdict: Verdict }[]) =>
  table(
    ['work', 'goal', 'measured', ''],
    goals.map(({ work, verdict }) => [work.name, sentence(verdict.goal), outcome(verdict), mark(verdict)]),
  )

const promiseTable = () =>
  table(
    ['system', 'durable', 'one order', 'resumable', 'reaches other workers'],
    peers.map(({ name, promises, crosses }) => [
      name,
      yes(promises.durable),
      yes(promises.ordered),
      typeof promises.resumable === 'string' ? promises.resumable : yes(promises.resumable),
      yes(crosses),
    ]),
  )

const sentence = (goal: Goal) => {
  const bound = 'atMost' in goal ? `≤ ${goal.atMost}` : `≥ ${goal.atLeast}`
  return `${goal.figure} of ${goal.system} ${goal.over === undefined ? bound : `${bound} × ${goal.over}${goal.overWork ? ` (${goal.overWork})` : ''}`}`
}

const outcome = ({ spread }: Verdict) => spreadCell(spread)

const mark = ({ spread, met }: Verdict) => (spread === undefined ? 'not measured' : met ? 'met' : 'missed')

const spreadCell = (spread: Spread | undefined) => {
  if (!spread) return '–'
  const middle = readable(spread.median)
  return spread.count === 1 ? middle : `${middle} (${readable(spread.min)} – ${readable(spread.max)})`
}

/** A picture for each figure; for one that grows, each system's way in one. */
const plotsOf = (work: Work, result: Result) => {
  const figures = Object.entries(work.figures)
  const { grows } = work
  if (grows === undefined)
    return figures.map(([figure, unit]) => ({
      name: `${work.name}-${figure}`,
      unit,
      bars: barsOf(work, result, figure),
    }))
  return work.systems.map((system) => ({
    name: `${work.name}-${system}`,
    unit: `${grows}: ${system}`,
    bars: figures.map(([figure, label]) => {
      const values = valuesOf(result, system, figure)
      return { label, values, spread: spreadOf(values), ours: system.startsWith('livedesk') }
    }),
  }))
}

const barsOf = (work: Work, result: Result, figure: string) =>
  work.systems.map((label) => {
    const values = valuesOf(result, label, figure)
    return { label, values, spread: spreadOf(values), ours: label.startsWith('livedesk') }
  })

const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const yes = (is: boolean) => (is ? 'yes' : 'no')
