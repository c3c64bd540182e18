// @vitest-environment jsdom
import { act, createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useAskedWords } from '../../src/tickets/use-asked-words.ts'

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const open = () => {
  const asked: string[] = []
  const seen: { field?: ReturnType<typeof useAskedWords> } = {}
  const Field = ({ q }: { readonly q: string }) => {
    const field = useAskedWords(q, (words) => asked.push(words), 200)
    Object.assign(seen, { field })
    return null
  }
  const root = createRoot(document.createElement('div'))
  /** The address has come to these words. */
  const arrive = (q: string) => act(() => root.render(createElement(Field, { q })))
  arrive('')
  const field = () => {
    if (!seen.field) throw new Error('The field is not drawn.')
    return seen.field
  }
  return {
    asked,
    field,
    arrive,
    write: (words: string) => act(() => field().write(words)),
    pause: () => act(() => void vi.advanceTimersByTime(200)),
  }
}

test('letters that are typed while earlier words are on their way into the address stay', () => {
  const { asked, field, write, pause, arrive } = open()
  write('mar')
  pause()
  write('marmo')
  expect(field().text).toBe('marmo')
  arrive('mar')
  expect(field().text).toBe('marmo')

  pause()
  write('marmoset')
  pause()
  arrive('marmo')
  expect(field().text).toBe('marmoset')
  arrive('marmoset')
  expect([field().text, field().isAsked]).toEqual(['marmoset', true])
  expect(asked).toEqual(['mar', 'marmo', 'marmoset'])
})

test('another address is followed', () => {
  const { field, write, pause, arrive } = open()
  write('mar')
  pause()
  arrive('mar')
  arrive('')
  expect(field().text).toBe('')
  arrive('lamp')
  expect([field().text, field().isAsked]).toEqual(['lamp', true])
})

test('what is asked somewhere else is not asked here', () => {
  const { asked, field, write, pause } = open()
  write('mar')
  act(() => field().askNot())
  pause()
  expect(asked).toEqual([])
})
