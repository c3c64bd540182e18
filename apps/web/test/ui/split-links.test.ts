import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitLinks } from '../../src/ui/split-links.ts'

const links = (body: string) => splitLinks(body).flatMap(({ href }) => href ?? [])

test('web addresses in a text can be followed, without what ends the sentence', () => {
  expect(links('See https://example.com/a?b=c#d, then http://two.example.')).toEqual([
    'https://example.com/a?b=c#d',
    'http://two.example',
  ])
  expect(links('(https://example.com/a) and https://en.wikipedia.org/wiki/Hub_(network)')).toEqual([
    'https://example.com/a',
    'https://en.wikipedia.org/wiki/Hub_(network)',
  ])
})

test('nothing else becomes a link', () => {
  expect(links('javascript:alert(1) data:text/html,x //example.com https:// ftp://example.com')).toEqual([])
})

test('nothing of a text is lost', () => {
  const word = fc.constantFrom('https://a.example/x', 'http://b.example)', ' ', '\n', 'words.', '<', '"', 'https://')
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string())), (words) => {
      const body = words.join('')
      const pieces = splitLinks(body)
      expect(pieces.map(({ text }) => text).join('')).toBe(body)
      expect(pieces.every(({ at, text }) => body.startsWith(text, at))).toBe(true)
    }),
  )
})
