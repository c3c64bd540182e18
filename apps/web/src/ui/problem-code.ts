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
  'unseen_messages',
  'too_large',
  'done_already',
  'withdrawn',
  'key_reused',
  'too_many_requests',
  'unavailable',
] as const

/** What went wrong, by the name that the API gives it; `unreachable` when no answer came, `unknown` for all else. */
export type ProblemCode = (typeof codes)[number] | 'unreachable' | 'unknown'

const Answered = z.object({ kind: z.literal('problem'), data: ProblemBody, again: z.iso.datetime().optional() })
const Other = z.object({ kind: z.enum(['signed_out', 'unreachable']) })
// A proxy that found no desk behind it answers in its own words.
const Proxy = z.object({
  kind: z.literal('malformed'),
  status: z.union([z.literal(502), z.literal(503), z.literal(504)]),
})

/** The problem that a failed request was answered with; undefined when nothing, or nothing readable, was answered. */
export const problemOf = (error: unknown): ProblemBody | undefined => Answered.safeParse(error).data?.data

/** When a request that failed may be tried again, if its answer said so. */
export const triedAgain = (error: unknown): string | undefined => Answered.safeParse(error).data?.again

export const problemCode = (error: unknown): ProblemCode => {
  const other = Other.safeParse(error).data?.kind
  if (other !== undefined) return other === 'signed_out' ? 'sign_in_first' : other
  if (Proxy.safeParse(error).success) return 'unavailable'
  const name = problemOf(error)?.type.split('#').at(-1)
  return codes.find((code) => code === name) ?? 'unknown'
}
