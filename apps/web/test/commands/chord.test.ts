// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { Chord, chordOf } from '../../src/commands/chord.ts'
import { commandIds, commandOf } from '../../src/commands/command-table.ts'
import { capsOf } from '../../src/commands/key-caps.ts'

const press = (code: string, held: Partial<KeyboardEventInit> = {}) =>
  chordOf(new KeyboardEvent('keydown', { code, key: 'о', ...held }))

test('a press is its place on the keyboard and what is held with it, whatever letter it writes', () => {
  expect(press('KeyJ')).toBe('KeyJ')
  expect(press('KeyJ', { shiftKey: true })).toBe('Shift+KeyJ')
  expect(press('KeyK', { ctrlKey: true })).toBe('Mod+KeyK')
  expect(press('Enter', { ctrlKey: true, shiftKey: true })).toBe('Mod+Shift+Enter')
  expect(press('NumpadEnter')).toBe('Enter')
})

test('what belongs to the system is no chord', () => {
  expect(press('KeyJ', { altKey: true })).toBeUndefined()
  expect(press('KeyK', { metaKey: true })).toBeUndefined()
  expect(press('ShiftLeft', { shiftKey: true })).toBeUndefined()
  expect(press('')).toBeUndefined()
})

test('the table’s chords are written as chords are', () => {
  for (const id of commandIds)
    for (const chord of commandOf(id).chords) expect.soft(Chord.safeParse(chord).success).toBe(true)
})

test('keys are shown as this keyboard writes them, else as QWERTY does', () => {
  const cyrillic = new Map([
    ['KeyE', 'у'],
    ['Slash', '.'],
  ])
  expect(capsOf('KeyE', new Map(), 'Space')).toEqual(['E'])
  expect(capsOf('KeyE', cyrillic, 'Space')).toEqual(['У'])
  expect(capsOf('KeyG KeyM', new Map(), 'Space')).toEqual(['G', 'M'])
  expect(capsOf('Shift+Slash', new Map(), 'Space')).toEqual(['?'])
  expect(capsOf('Shift+Slash', cyrillic, 'Space')).toEqual(['Shift', '.'])
  expect(capsOf('Mod+Shift+Enter', new Map(), 'Space')).toEqual(['Ctrl', 'Shift', 'Enter'])
  expect(capsOf('Space', new Map(), 'Пробел')).toEqual(['Пробел'])
})
