import { expect, test } from 'vitest'
import { exploreDesk, told } from '../model/model.ts'
import { mistakes, scenarioNames } from '../model/scenarios.ts'

test.for(scenarioNames)(
  '[D1, D2, D3, D6] whatever happens at this desk, nobody loses, repeats or overhears anything: %s',
  { timeout: 120_000 },
  (name) => {
    const found = exploreDesk(name)

    expect(told(found)).toBe('nothing is wrong')
    expect(found.states).toBeGreaterThan(1000)
  },
)

test.for(mistakes)('the explorer shows what goes wrong when $name', async ({ rules, at, says }, { annotate }) => {
  const found = exploreDesk(at, rules)

  await annotate(told(found), 'counterexample')
  expect(told(found)).toMatch(says)
})
