import { createInstance } from 'i18next'
import { expect, expectTypeOf, test } from 'vitest'
import { words as english } from '../../src/app/english.ts'
import { guessLanguage } from '../../src/app/i18n.ts'
import { words as russian } from '../../src/app/russian.ts'
import type { Russian } from '../../src/ui/words.ts'

test('the first guess is the first of a person’s languages that Livedesk speaks', () => {
  expect(guessLanguage(['uk-UA', 'ru-RU', 'en'])).toBe('ru')
  expect(guessLanguage(['de-AT', 'fr'])).toBe('en')
})

test('Russian has each English word, and four plural forms where English has two', () => {
  type Words = Russian<{
    readonly open: 'Open'
    readonly total_one: '1'
    readonly total_other: 'n'
    readonly in: { readonly a: 'A' }
  }>
  expectTypeOf<keyof Words>().toEqualTypeOf<'open' | 'total_one' | 'total_few' | 'total_many' | 'total_other' | 'in'>()
  expectTypeOf<Words['in']>().toEqualTypeOf<{ readonly a: string }>()
})

test('numbers are said with the right form of the word', async () => {
  const said = async (lng: 'en' | 'ru') => {
    const instance = createInstance()
    await instance.init({ lng, resources: { en: english, ru: russian } })
    return [1, 2, 5, 21].map((count) => instance.t('tickets:total', { count }))
  }
  expect(await said('en')).toEqual(['1 ticket', '2 tickets', '5 tickets', '21 tickets'])
  expect(await said('ru')).toEqual(['1 тикет', '2 тикета', '5 тикетов', '21 тикет'])
})

test('what is put into a sentence has the same name in both languages', () => {
  const names = (text: string) => new Set([...text.matchAll(/\{\{(\w+)\}\}/gu)].map(([, name]) => name))
  const flat = (value: unknown, path: string): [string, string][] =>
    typeof value === 'string'
      ? [[path, value]]
      : Object.entries(value ?? {}).flatMap(([key, inner]) => flat(inner, `${path}.${key}`))
  const said = new Map(flat(english, ''))

  for (const [path, text] of flat(russian, '')) {
    const same = said.get(path) ?? said.get(path.replace(/_(?:few|many)$/u, '_other'))
    expect.soft(names(text), path).toEqual(names(same ?? ''))
  }
})
