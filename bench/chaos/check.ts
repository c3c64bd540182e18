import { checkHistory } from './check-history.ts'
import { checkLog } from './check-log.ts'
import type { Evidence } from './history.ts'
import { hearingOf } from './hearing.ts'

/** A promise that was not kept. `rule` is that of the protocol; `tab` is undefined where it is the log itself that is wrong. */
export type Violation = { readonly rule: string; readonly tab?: string; readonly words: string }

export type Verdict = {
  readonly violations: readonly Violation[]
  readonly deliveries: number
  /** How often tabs were told to load anew, by reason. */
  readonly resyncs: Readonly<Record<string, number>>
  /** Answers whose events were compared with the log. */
  readonly loads: number
}

/** Compares what was committed with what each tab saw. */
export const check = (evidence: Evidence): Verdict => {
  const hearing = hearingOf(evidence)
  const last = new Map(evidence.histories.map((history) => [history.tab, history]))
  const violations = [
    ...checkLog(evidence),
    ...evidence.histories.flatMap((history) =>
      checkHistory(evidence, hearing, history, { mustBeComplete: last.get(history.tab) === history }),
    ),
  ]
  const seen = evidence.histories.flatMap((history) => history.seen)
  const resyncs: Record<string, number> = {}
  for (const one of seen) if (one.at === 'resync') resyncs[one.reason] = (resyncs[one.reason] ?? 0) + 1
  return {
    violations,
    deliveries: seen.filter(({ at }) => at === 'event').length,
    resyncs,
    loads: seen.filter(({ at }) => at === 'loaded').length,
  }
}
