import { expect, test } from 'vitest'
import { problemCode, problemOf } from '../../src/ui/problem-code.ts'

const data = { type: '/api/docs#conflict', title: 'Someone was first', status: 409, detail: 'Look again.' }

test('what went wrong is known by the name that the API gives it', () => {
  expect(problemCode({ kind: 'problem', status: 409, data })).toBe('conflict')
  expect(problemCode({ kind: 'problem', status: 418, data: { ...data, type: '/api/docs#teapot' } })).toBe('unknown')
  expect(problemOf({ kind: 'problem', status: 409, data })).toEqual(data)
})

test('no session, no answer and no sense are told apart', () => {
  expect(
    [{ kind: 'signed_out' }, { kind: 'unreachable' }, { kind: 'malformed', status: 200 }, undefined].map(problemCode),
  ).toEqual(['sign_in_first', 'unreachable', 'unknown', 'unknown'])
  expect(problemCode({ kind: 'malformed', status: 502 })).toBe('unavailable')
})
