import { expect, test } from 'vitest'
import { localInput, snoozeTimes } from '../../src/tickets/snooze-times.ts'

/** A moment by the clock on the wall, wherever this runs. */
const local = (text: string) => new Date(text).toISOString()

test('later, tomorrow and next week are what they are by the clock on the wall', () => {
  // A Wednesday.
  expect(snoozeTimes(new Date('2026-11-25T10:10:00'))).toEqual({
    laterToday: local('2026-11-25T13:30:00'),
    tomorrow: local('2026-11-26T09:00:00'),
    nextWeek: local('2026-11-30T09:00:00'),
  })
})

test('on a Monday, next week is a whole week away; on a Sunday, a day', () => {
  expect(snoozeTimes(new Date('2026-11-30T08:00:00')).nextWeek).toBe(local('2026-12-07T09:00:00'))
  expect(snoozeTimes(new Date('2026-11-29T08:00:00')).nextWeek).toBe(local('2026-11-30T09:00:00'))
})

test('tomorrow morning is nine o’clock also when the night is an hour longer', () => {
  expect(new Date(snoozeTimes(new Date('2026-10-24T22:45:00')).tomorrow).getHours()).toBe(9)
})

test('a field for a local time shows the moment by the clock on the wall', () => {
  expect(localInput(local('2026-11-25T09:00:00'))).toBe('2026-11-25T09:00')
})
