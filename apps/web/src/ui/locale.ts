import { byLocale } from './intl.ts'

/**
 * The locale to write times, numbers and lists in: the language that is shown, as it is written where the reader is
 * ("9 Nov" or "Nov 9"), as far as the browser says. What it says may be no locale: Chromium without one of its own has
 * `en-US@posix`.
 */
export const localeOf = (language: string, wanted: readonly string[] = navigator.languages) =>
  wanted.find((tag) => (tag === language || tag.startsWith(`${language}-`)) && isLocale(tag)) ?? language

const isLocale = byLocale((tag) => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
})
