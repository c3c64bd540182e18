import { type Desk, openDesk, rightRules, type Rules } from './desk.ts'
import { type Exploration, explore } from './explore.ts'
import { wrong } from './promises.ts'
import { steps } from './protocol.ts'
import { type ScenarioName, scenarios } from './scenarios.ts'

/** Looks at everything that can happen at one of the small desks, by rules that are right but for those given. */
export const exploreDesk = (name: ScenarioName, wrongRules: Partial<Rules> = {}): Exploration => {
  const rules = { ...rightRules, ...wrongRules }
  return explore<Desk>({
    initial: openDesk({ name, ...scenarios[name] }),
    steps: (desk) => steps(desk, rules),
    key,
    wrong: (desk) => wrong(desk, rules),
  })
}

// In what order nudges are under way is all one: any of them may be the next to be heard.
const key = (desk: Desk) =>
  JSON.stringify({ ...desk, nudges: desk.nudges.map((nudge) => JSON.stringify(nudge)).toSorted() })

/** A counterexample as lines to read. */
export const told = ({ counterexample }: Exploration) => {
  if (!counterexample) return 'nothing is wrong'
  const { trace, wrong } = counterexample
  return [
    ...trace.map((step, index) => `${String(index + 1).padStart(3)}. ${step}`),
    ...wrong.split('\n').map((line) => `     ${line}`),
  ].join('\n')
}
