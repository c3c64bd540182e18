import { expect, test } from 'vitest'
import { avatarHue, initials } from '../../src/ui/initials.ts'

test('a person is known by the first letters of their first and last name', () => {
  expect(['Anna Lindgren', 'Борис волков', 'Cher', ' Ana  María  del Río ', '«Ёлка»', '—'].map(initials)).toEqual([
    'AL',
    'БВ',
    'C',
    'AR',
    'Ё',
    '?',
  ])
})

test('the same seed is always the same of ten colours', () => {
  const hues = Array.from({ length: 50 }, (_, id) => avatarHue(`${id}`))
  expect(hues).toEqual(Array.from({ length: 50 }, (_, id) => avatarHue(`${id}`)))
  expect(new Set(hues)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]))
})
