import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayAt, Days, isWithin, readDays, Span, spanOf, TimeZone } from '../src/index.ts'

const moscow = { zone: 'Europe/Moscow', today: '2026-11-23' }
const newYork = { zone: 'America/New_York', today: '2026-11-23' }

describe('days', () => {
  test('that are the last ones end with today, and begin at that person’s midnight', () => {
    expect(spanOf('last-1d', moscow)).toEqual({ from: '2026-11-22T21:00:00.000Z' })
    expect(spanOf('last-7d', moscow)).toEqual({ from: '2026-11-16T21:00:00.000Z' })
    expect(spanOf('last-7d', newYork)).toEqual({ from: '2026-11-17T05:00:00.000Z' })
  })

  test('before the last ones end where those begin', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (count) => {
        expect(spanOf(`before-${count}d`, moscow)).toEqual({ before: spanOf(`last-${count}d`, moscow).from })
      }),
    )
  })

  test('between two hold both, and one end may be open', () => {
    expect(spanOf('2026-11-01..2026-11-02', moscow)).toEqual({
      from: '2026-10-31T21:00:00.000Z',
      before: '2026-11-02T21:00:00.000Z',
    })
    expect(spanOf('2026-11-01..', moscow)).toEqual({ from: '2026-10-31T21:00:00.000Z' })
    expect(spanOf('..2026-11-02', moscow)).toEqual({ before: '2026-11-02T21:00:00.000Z' })
  })

  test('are 23 or 25 hours long where the clocks change', () => {
    expect(spanOf('2026-03-08..2026-03-08', newYork)).toEqual({
      from: '2026-03-08T05:00:00.000Z',
      before: '2026-03-09T04:00:00.000Z',
    })
    expect(spanOf('2026-11-01..2026-11-01', newYork)).toEqual({
      from: '2026-11-01T04:00:00.000Z',
      before: '2026-11-02T05:00:00.000Z',
    })
  })

  test('today holds now, wherever that is', () => {
    const zones = Intl.supportedValuesOf('timeZone')
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.date({ noInvalidDate: true, min: new Date('1990-01-01'), max: new Date('2100-01-01') }),
        (zone, now) => {
          const today = dayAt(now.getTime(), zone)
          expect(isWithin(spanOf('last-1d', { zone, today }), now.toISOString())).toBe(true)
          expect(isWithin(spanOf(`${today}..${today}`, { zone, today }), now.toISOString())).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })

  test('are refused when they are none', () => {
    const refused = [
      '',
      '..',
      'last-0d',
      'last-7',
      'before-d',
      '2026-02-30..',
      '2026-11-02..2026-11-01',
      '0000-01-01..',
    ]
    expect(refused.filter((text) => Days.safeParse(text).success)).toEqual([])
    expect(refused.filter((text) => readDays(text))).toEqual([])
  })
})

test('a stretch of time has its first moment and not its last', () => {
  const span = { from: '2026-11-22T09:00:00.000Z', before: '2026-11-22T10:00:00.000Z' }
  expect(isWithin(span, '2026-11-22T08:59:59.999Z')).toBe(false)
  expect(isWithin(span, '2026-11-22T09:00:00.000Z')).toBe(true)
  expect(isWithin(span, '2026-11-22T09:59:59.999Z')).toBe(true)
  expect(isWithin(span, '2026-11-22T10:00:00.000Z')).toBe(false)
  expect(Span.safeParse({}).success).toBe(false)
})

test('a time zone is one that the calendar knows', () => {
  expect(['UTC', 'Europe/Moscow', 'Asia/Kathmandu'].every((zone) => TimeZone.safeParse(zone).success)).toBe(true)
  expect(['', 'Mars/Base', 'x'.repeat(65)].some((zone) => TimeZone.safeParse(zone).success)).toBe(false)
})
