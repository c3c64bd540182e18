import { byLocale } from './intl.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/**
 * How long ago, in as few letters as a list allows: "now", "5 min ago", "yesterday"; a date once it is a week or more.
 * A moment in the future (a clock that is a little off) is now.
 */
export const relativeTime = (moment: string, now: number, language: string): string => {
  const at = new Date(moment)
  const age = Math.max(0, now - at.getTime())
  const words = shortAges(language)
  if (age < minute) return words.format(0, 'second')
  if (age < hour) return words.format(-Math.floor(age / minute), 'minute')
  if (age < day) return words.format(-Math.floor(age / hour), 'hour')
  if (age < 7 * day) return words.format(-Math.floor(age / day), 'day')
  const thisYear = at.getFullYear() === new Date(now).getFullYear()
  return (thisYear ? daysOfYear : days)(language).format(at)
}

/** The moment in full, in the reader's language and time zone. */
export const exactTime = (moment: string, language: string): string => moments(language).format(new Date(moment))

/** A moment near enough to be called by its weekday: "Tue 24 Nov, 09:00". */
export const dayAndTime = (moment: string, language: string): string =>
  new Intl.DateTimeFormat(language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(moment))

/** The time of day alone. */
export const clockTime = (moment: string, language: string): string => times(language).format(new Date(moment))

/** A day as a heading: "today", "yesterday", else its date. */
export const dayName = (moment: string, now: number, language: string): string => {
  const age = Math.round((startOfDay(now) - startOfDay(new Date(moment).getTime())) / day)
  if (age === 0 || age === 1) return ages(language).format(-age, 'day')
  return fullDays(language).format(new Date(moment))
}

/** Whether two moments are on the same day where the reader is. */
export const sameDay = (a: string, b: string) => startOfDay(new Date(a).getTime()) === startOfDay(new Date(b).getTime())

const startOfDay = (time: number) => new Date(time).setHours(0, 0, 0, 0)

const ages = byLocale((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))
const shortAges = byLocale((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' }))
const days = byLocale((locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' }))
const daysOfYear = byLocale((locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }))
const fullDays = byLocale((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'full' }))
const moments = byLocale((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'medium' }))
const times = byLocale((locale) => new Intl.DateTimeFormat(locale, { timeStyle: 'short' }))
