import { expect, test } from 'vitest'
import { fitting } from '../../src/ui/fitting.ts'

const fit = (query: string, ...names: string[]) => fitting(query, names, (name) => name)

test('what begins with the words comes before what has a word that does, and that before the rest', () => {
  expect(fit('or', 'Laura Ford', 'Dmitri Orlov', 'Orla Byrne', 'Anna')).toEqual([
    'Orla Byrne',
    'Dmitri Orlov',
    'Laura Ford',
  ])
  expect(fit('', 'B', 'A')).toEqual(['B', 'A'])
  expect(fit('zz', 'B', 'A')).toEqual([])
})

test('words fit that were typed with the other layout switched on, either way', () => {
  expect(fit('сд', 'Boris Volkov', 'Clara Weiss')).toEqual(['Clara Weiss'])
  expect(fit('cjg', 'Оплата', 'Сопровождение')).toEqual(['Сопровождение'])
})
