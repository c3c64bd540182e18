/**
 * The locale to write times, numbers and lists in: the language that is shown, as it is written where the reader is
 * ("9 Nov" or "Nov 9"), as far as the browser says.
 */
export const localeOf = (language: string, wanted: readonly string[] = navigator.languages) =>
  wanted.find((tag) => tag === language || tag.startsWith(`${language}-`)) ?? language
