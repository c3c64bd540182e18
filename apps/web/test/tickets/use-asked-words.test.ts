import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useAskedWords } from '../../src/tickets/use-asked-words.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const open = () => {
  const asked: string[] = []
  const { result, rerender } = renderHook(({ q }) => useAskedWords(q, (words) => asked.push(words), 200), {
    initialProps: { q: '' },
  })
  return {
    asked,
    field: () => result.current,
    write: (words: string) => act(() => result.current.write(words)),
    pause: () => act(() => void vi.advanceTimersByTime(200)),
    /** The address has come to these words. */
    arrive: (q: string) => rerender({ q }),
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
