import { ProblemBody } from '@livedesk/resources'
import { z } from 'zod'

const codes = [
  'bad_request',
  'sign_in_first',
  'wrong_credentials',
  'forbidden',
  'foreign_origin',
  'not_found',
  'conflict',
  'too_large',
  'key_reused',
  'too_many_requests',
  'unavailable',
] as const

/** What went wrong, by the name that the API gives it; `unreachable` when no answer came, `unknown` for all else. */
export type ProblemCode = (typeof codes)[number] | 'unreachable' | 'unknown'

const Answer = z.object({ data: ProblemBody })
const NoAnswer = z.object({ status: z.enum(['FETCH_ERROR', 'TIMEOUT_ERROR']) })

/** The problem that a failed request was answered with; undefined when nothing, or nothing readable, was answered. */
export const problemOf = (error: unknown): ProblemBody | undefined => Answer.safeParse(error).data?.data

export const problemCode = (error: unknown): ProblemCode => {
  if (NoAnswer.safeParse(error).success) return 'unreachable'
  const name = problemOf(error)?.type.split('#').at(-1)
  return codes.find((code) => code === name) ?? 'unknown'
}
