import { expect, test } from 'vitest'
import { pageProblem } from '../../src/ui/page-problem.ts'

const pages = (state: { data?: unknown; error?: unknown; isFetchNextPageError?: boolean }) => {
  const tried: string[] = []
  const problem = pageProblem({
    isFetchNextPageError: false,
    refetch: () => tried.push('all'),
    fetchNextPage: () => tried.push('next'),
    ...state,
  })
  problem?.retry()
  return problem && tried
}

test('what could not be loaded is tried again from its beginning, and a next page by itself', () => {
  expect(pages({ error: 'unreachable' })).toEqual(['all'])
  expect(pages({ data: [], error: 'unreachable', isFetchNextPageError: true })).toEqual(['next'])
})

test('what is read stays without a word while it cannot be loaded anew', () => {
  expect(pages({ data: [], error: 'unreachable' })).toBeUndefined()
  expect(pages({ data: [] })).toBeUndefined()
})
