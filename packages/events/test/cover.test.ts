import { expect, test } from 'vitest'
import { namedRules, rules } from './rules.ts'

test('every rule of the protocol is named by a test', () => {
  const named = namedRules()
  const unproven = rules.filter((id) => !named.has(id))
  expect(unproven, `Write tests whose names begin with the ids of these rules: ${unproven.join(', ')}.`).toEqual([])
})
