// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { chordsWith } from '../../src/commands/own-chords.ts'
import { asUsual, canDo, remapped, takenBy } from '../../src/commands/remap.ts'

const usual = chordsWith({})

test('a chord is taken by the commands that have it, that it begins, or that begin it', () => {
  expect(takenBy(usual, 'KeyR', 'resolve')).toEqual(['reply'])
  expect(takenBy(usual, 'KeyG', 'resolve')).toContain('goMine')
  expect(takenBy(usual, 'KeyE KeyE', 'assign')).toEqual(['resolve'])
  expect(takenBy(usual, 'KeyE', 'resolve')).toEqual([])
  expect(takenBy(usual, 'KeyQ', 'resolve')).toEqual([])
})

test('a chord that is taken over leaves whoever had it, and comes back with the usual keys', () => {
  const own = remapped({}, usual, 'resolve', 'KeyR')
  expect(own).toEqual({ resolve: ['KeyR'], reply: [] })
  expect(asUsual(own, chordsWith(own), 'reply')).toEqual({ resolve: [] })
  expect(asUsual(own, chordsWith(own), 'resolve')).toEqual({ reply: [] })
})

test('what acts while someone types must not write a letter', () => {
  expect(canDo('send', 'KeyQ')).toBe(false)
  expect(canDo('send', 'Mod+KeyY')).toBe(true)
  expect(canDo('resolve', 'KeyQ')).toBe(true)
})
