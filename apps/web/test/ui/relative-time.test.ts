import { describe, expect, test } from 'vitest'
import { dayName, relativeTime } from '../../src/ui/relative-time.ts'

const now = new Date(2026, 10, 22, 12, 0).getTime()
const ago = (ms: number) => new Date(now - ms).toISOString()
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

describe('how long ago', () => {
  test('is said as people say it, in both languages', () => {
    const said = (language: string) =>
      [10_000, 5 * minute, 3 * hour, day, 3 * day].map((ms) => relativeTime(ago(ms), now, language))
    // With a dot or without: the data of languages differs from browser to browser.
    expect(said('en').join()).toMatch(/^now,5 min\.? ago,3 hr\.? ago,yesterday,3 days ago$/u)
    expect(said('ru').join()).toMatch(/^сейчас,5 мин\.? назад,3 ч\.? назад,вчера,3 дн\. назад$/u)
  })

  test('is a date after a week, with its year when that is another', () => {
    expect(relativeTime(ago(10 * day), now, 'en-GB')).toBe('12 Nov')
    expect(relativeTime(ago(400 * day), now, 'en-GB')).toBe('18 Oct 2025')
  })

  test('is now when a clock is a little ahead of ours', () => {
    expect(relativeTime(ago(-3000), now, 'en')).toBe('now')
  })
})

describe('a day', () => {
  test('is today, yesterday or its date, by the calendar rather than by hours', () => {
    const at = (...date: [number, number, number, number]) => dayName(new Date(...date).toISOString(), now, 'en-GB')
    expect(at(2026, 10, 22, 0)).toBe('today')
    expect(at(2026, 10, 21, 23)).toBe('yesterday')
    expect(at(2026, 10, 20, 23)).toMatch(/^Friday,? 20 November 2026$/u)
  })
})
