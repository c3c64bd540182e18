import { Moment } from '@livedesk/events'
import { TZDateMini } from '@date-fns/tz'
import { z } from 'zod'

/** A stretch of time: from a moment on, up to but not including another, or between the two. */
export const Span = z
  .strictObject({
    // PostgreSQL knows no year 0.
    from: Moment.refine((moment) => moment >= '0001').optional(),
    before: Moment.refine((moment) => moment >= '0001').optional(),
  })
  .refine(({ from, before }) => from !== undefined || before !== undefined, 'Say from when, before when, or both.')
export type Span = z.output<typeof Span>

/** A day of the calendar. */
const Day = z.iso.date().refine((day) => day >= '1970-01-01' && day <= '2999-12-31', 'Choose a day from 1970 to 2999.')
export type Day = z.output<typeof Day>

const relative = /^(last|before)-([1-9]\d{0,3})d$/u
const between = /^(\d{4}-\d{2}-\d{2})?\.\.(\d{4}-\d{2}-\d{2})?$/u

/**
 * Days as people ask for them. `last-7d`: the last seven, today being one of them. `before-7d`: all before those.
 * `2026-11-01..2026-11-20`: both ends are in it, and one of them may be left out.
 */
export const Days = z
  .string()
  .refine((text) => readDays(text) !== undefined, 'Write last-7d, before-7d or 2026-11-01..2026-11-20.')
export type Days = z.output<typeof Days>

/** Where and when a person is: whose days begin when, and which one is today. */
export type Calendar = { readonly zone: string; readonly today: Day }

/** The name of a time zone, such as `Europe/Moscow`. */
export const TimeZone = z
  .string()
  .max(64)
  .refine((zone) => {
    try {
      return dayAt(0, zone) !== ''
    } catch {
      return false
    }
  }, 'Write the name of a time zone, such as Europe/Moscow.')

/** Which day it is somewhere, at a time in milliseconds. */
export const dayAt = (time: number, zone: string): Day =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(time)

/** The days that a text asks for: so many back from today, or between two. */
export const readDays = (text: string) => {
  const [, kind, count] = relative.exec(text) ?? []
  if (kind === 'last' || kind === 'before') return { kind, count: Number(count) } as const
  const [, first, last] = between.exec(text) ?? []
  if (first === undefined && last === undefined) return undefined
  const isRight = [first, last].every((day) => day === undefined || Day.safeParse(day).success)
  if (!isRight || (first !== undefined && last !== undefined && first > last)) return undefined
  return { kind: 'between', first, last } as const
}

/** The stretch of time that days are, where a person is. Relative ones move on at that person's midnight. */
export const spanOf = (days: Days, { zone, today }: Calendar): Span => {
  const asked = readDays(days)
  if (!asked) throw new Error(`${days} are no days.`)
  switch (asked.kind) {
    case 'last':
      return { from: startOf(addDays(today, 1 - asked.count), zone) }
    case 'before':
      return { before: startOf(addDays(today, 1 - asked.count), zone) }
    case 'between':
      return {
        ...(asked.first !== undefined && { from: startOf(asked.first, zone) }),
        ...(asked.last !== undefined && { before: startOf(addDays(asked.last, 1), zone) }),
      }
  }
}

/** Whether a moment lies in a stretch of time. Moments compare as text. */
export const isWithin = ({ from, before }: Span, moment: Moment) =>
  (from === undefined || moment >= from) && (before === undefined || moment < before)

const addDays = (day: Day, count: number): Day => {
  const date = new Date(`${day}T00:00:00.000Z`)
  date.setUTCDate(date.getUTCDate() + count)
  return date.toISOString().slice(0, 10)
}

const startOf = (day: Day, zone: string): Moment => {
  const date = new Date(`${day}T00:00:00.000Z`)
  return new Date(
    new TZDateMini(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), zone).getTime(),
  ).toISOString()
}
