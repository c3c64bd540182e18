import { User } from '@livedesk/events'
import { expect, test } from 'vitest'
import { findPeople } from '../../src/writing/find-people.ts'

const people = ['Anna Lindgren', 'Boris Volkov', 'Clara Weiss', 'Юлия Щукина', 'Дмитрий Орлов'].map((name, index) =>
  User.parse({ id: index + 1, name, email: `p${index}@livedesk.test`, role: 'agent', active: true, version: 1 }),
)

test.for([
  ['bo', ['Boris Volkov']],
  ['бор', ['Boris Volkov']],
  ['Волк', ['Boris Volkov']],
  ['клара', ['Clara Weiss']],
  ['yul', ['Юлия Щукина']],
  ['shch', ['Юлия Щукина']],
  ['dmitry', ['Дмитрий Орлов']],
  ['boris v', ['Boris Volkov']],
  ['oris', []],
] as const)('a colleague is found by the beginning of a name, in either alphabet: %s', ([written, found]) => {
  expect(findPeople(people, written).map(({ name }) => name)).toEqual(found)
})

test('before a letter is written, everyone is offered', () => {
  expect(findPeople(people, '')).toEqual(people)
})
