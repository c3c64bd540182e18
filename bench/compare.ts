import { median } from './sample.ts'
import { type Result, type Results, valuesOf } from './results.ts'
import type { Goal, Work } from './work/work.ts'

/** Values of all repeats, by their middle and their ends. */
export type Spread = { readonly median: number; readonly min: number; readonly max: number; readonly count: number }

export const spreadOf = (values: readonly number[]): Spread | undefined => {
  const known = values.filter((value) => !Number.isNaN(value))
  if (known.length === 0) return undefined
  return { median: median(known), min: Math.min(...known), max: Math.max(...known), count: known.length }
}

/** What came of a goal. */
export type Verdict = { readonly goal: Goal; readonly spread: Spread | undefined; readonly met: boolean }

/** Goals against what was measured. Ratios are of the two runs of one repeat, which were neighbours in time. */
export const verdicts = (work: Work, results: Results): Verdict[] =>
  work.goals.map((goal) => {
    const result = results[work.name]
    const spread = result && spreadOf(goalValues(goal, result, results[goal.overWork ?? work.name]))
    return { goal, spread, met: spread !== undefined && meets(goal, spread.median) }
  })

const goalValues = ({ system, figure, over }: Goal, result: Result, overResult: Result | undefined) => {
  const values = valuesOf(result, system, figure)
  if (over === undefined) return values
  const others = overResult ? valuesOf(overResult, over, figure) : []
  return values.map((value, repeat) => value / (others[repeat] ?? NaN))
}

const meets = (goal: Goal, value: number) => ('atMost' in goal ? value <= goal.atMost : value >= goal.atLeast)
