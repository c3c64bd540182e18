import { expect, test } from 'vitest'
import { localeOf } from '../../src/ui/locale.ts'

test('times are written as they are where the reader is, in the language that is shown', () => {
  expect(localeOf('en', ['ru-RU', 'en-GB', 'en-US'])).toBe('en-GB')
  expect(localeOf('ru', ['en-GB'])).toBe('ru')
})

test('a browser’s language that is no locale does not break a screen', () => {
  expect(localeOf('en', ['en-US@posix'])).toBe('en')
  expect(localeOf('en', ['en-US@posix', 'en-AU'])).toBe('en-AU')
})
