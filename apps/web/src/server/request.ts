import { ProblemBody } from '@livedesk/resources'
import { positionIn, type Reading } from './position.ts'
import { tick } from './tick.ts'

/** What is asked of the API. A path alone is a GET. `key` makes a retry safe: one for each thing that a person wants done. */
export type Ask =
  | string
  | { readonly url: string; readonly params?: URLSearchParams }
  | {
      readonly url: string
      readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
      readonly body?: unknown
      readonly key?: string
      /** How long an answer is waited for, in milliseconds. */
      readonly patience?: number
    }

/** What came of it, when it was not what was asked for. */
export type RequestError =
  /** The API said no, and why. */
  | {
      readonly kind: 'problem'
      readonly status: number
      readonly data: ProblemBody
      /** When it may be tried again, if the API said so: ISO 8601. */
      readonly again?: string
    }
  /** Nobody is signed in (any more). */
  | { readonly kind: 'signed_out'; readonly data: ProblemBody }
  /** No answer came: what was asked may have been done, or not. */
  | { readonly kind: 'unreachable' }
  /** Whoever asked does not want the answer any more. */
  | { readonly kind: 'aborted' }
  /** Something answered that is not this API. */
  | { readonly kind: 'malformed'; readonly status: number }

/** What an answer says beside its data. Every answered GET has a reading. */
export type AnswerMeta = { readonly reading?: Reading }

type Answered =
  | { readonly data: unknown; readonly meta: AnswerMeta; readonly error?: undefined }
  | { readonly error: RequestError; readonly data?: undefined; readonly meta?: AnswerMeta }

const timeLimit = 30_000

/** Asks the API at `base`, with the browser's cookie. */
export const request =
  (base: string) =>
  async (ask: Ask, { signal }: { readonly signal: AbortSignal }): Promise<Answered> => {
    const asked = tick()
    const isGet = typeof ask === 'string' || !('method' in ask)
    try {
      const answer = await fetch(addressOf(base, ask), {
        ...sending(ask),
        signal: AbortSignal.any([signal, AbortSignal.timeout(patienceOf(ask))]),
      })
      if (!answer.ok) return { error: await readError(answer) }
      if (answer.status === 204) return { data: null, meta: {} }

      const position = isGet ? positionIn(answer.headers) : undefined
      if (isGet && !position) return { error: { kind: 'malformed', status: answer.status } }
      return { data: await readJson(answer), meta: position ? { reading: { ...position, asked } } : {} }
    } catch (error) {
      if (signal.aborted) return { error: { kind: 'aborted' } }
      return { error: error instanceof SyntaxError ? { kind: 'malformed', status: 200 } : { kind: 'unreachable' } }
    }
  }

const patienceOf = (ask: Ask) => (typeof ask === 'object' && 'patience' in ask && ask.patience) || timeLimit

const addressOf = (base: string, ask: Ask) => {
  if (typeof ask === 'string') return `${base}/${ask}`
  return 'params' in ask && ask.params.size > 0 ? `${base}/${ask.url}?${ask.params}` : `${base}/${ask.url}`
}

const sending = (ask: Ask): RequestInit => {
  if (typeof ask === 'string' || !('method' in ask)) return { headers: { Accept: 'application/json' } }
  return {
    method: ask.method,
    headers: {
      Accept: 'application/json',
      ...(ask.body !== undefined && { 'Content-Type': 'application/json' }),
      ...(ask.key !== undefined && { 'Idempotency-Key': ask.key }),
    },
    ...(ask.body !== undefined && { body: JSON.stringify(ask.body) }),
  }
}

const readJson = (answer: Response): Promise<unknown> => answer.json()

const readError = async (answer: Response): Promise<RequestError> => {
  const { data } = ProblemBody.safeParse(await readJson(answer).catch(() => undefined))
  if (!data) return { kind: 'malformed', status: answer.status }
  if (isSignedOut(data)) return { kind: 'signed_out', data }
  return { kind: 'problem', status: answer.status, data, ...againIn(answer.headers) }
}

const againIn = (headers: Headers) => {
  const seconds = Number(headers.get('Retry-After') ?? Number.NaN)
  return Number.isFinite(seconds) ? { again: new Date(Date.now() + seconds * 1000).toISOString() } : {}
}

// A wrong password is answered 401, too: that is a problem of who asks, not the end of a session.
const isSignedOut = ({ status, type }: ProblemBody) => status === 401 && type.endsWith('#sign_in_first')
