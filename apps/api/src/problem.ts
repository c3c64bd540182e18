import type { Ticket, TicketDraft, TicketMessage } from '@livedesk/events'

/** What a caller can cause, by the name that ends its `type`, with the status and title it is answered with. */
export const problems = {
  bad_request: { status: 400, title: 'That request does not make sense' },
  sign_in_first: { status: 401, title: 'Sign in first' },
  wrong_credentials: { status: 401, title: 'Wrong e-mail or password' },
  forbidden: { status: 403, title: 'You may not do that' },
  foreign_origin: { status: 403, title: 'That page may not act here' },
  not_found: { status: 404, title: 'There is no such thing' },
  method_not_allowed: { status: 405, title: 'That cannot be done here' },
  conflict: { status: 409, title: 'Someone was first' },
  unseen_messages: { status: 409, title: 'Someone has said something meanwhile' },
  too_large: { status: 413, title: 'That is too large' },
  not_json: { status: 415, title: 'Send JSON' },
  done_already: { status: 409, title: 'That was done already' },
  withdrawn: { status: 409, title: 'That was withdrawn' },
  key_reused: { status: 422, title: 'That Idempotency-Key was used before' },
  upgrade_required: { status: 426, title: 'That is a socket' },
  too_many_requests: { status: 429, title: 'Too many tries' },
  unavailable: { status: 503, title: 'The desk cannot answer just now' },
} as const satisfies Record<string, { status: number; title: string }>

export type ProblemCode = keyof typeof problems

type More = {
  /** Each bad field, by its path, and what to do about it. */
  readonly errors?: Record<string, string>
  /** With a conflict on a ticket: the ticket as it is now. */
  readonly ticket?: Ticket
  /** With unseen messages: them. */
  readonly unseen?: readonly TicketMessage[]
  /** With a conflict on a draft: it as it is now, or null. */
  readonly draft?: TicketDraft | null
  /** With what was done already: what was answered then. */
  readonly answer?: unknown
  readonly headers?: Record<string, string>
}

/** What went wrong and what to do, in a sentence for the caller. It is answered as RFC 9457 problem+json. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly more: More

  constructor(code: ProblemCode, sentence: string, more: More = {}) {
    super(sentence)
    this.name = 'Problem'
    this.code = code
    this.more = more
  }
}

/** The body that a problem is answered with. */
export const problemBody = ({ code, message, more }: Problem, requestId: string) => ({
  type: `/api/docs#${code}`,
  ...problems[code],
  detail: message,
  ...(more.errors && { errors: more.errors }),
  ...(more.ticket && { ticket: more.ticket }),
  ...(more.unseen && { unseen: more.unseen }),
  ...(more.draft !== undefined && { draft: more.draft }),
  ...(more.answer !== undefined && { answer: more.answer }),
  request_id: requestId,
})
