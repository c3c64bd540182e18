import type { ErrorRequestHandler, RequestHandler } from 'express'
import pg from 'pg'
import { NumberingDown } from '../live/snapshot.ts'
import { Problem, problemBody, problems } from '../problem.ts'

/** Answers every error once: problems as they are, the rest as 500 without a word of what is inside. */
export const answerErrors: ErrorRequestHandler = (error, request, response, next) => {
  if (response.headersSent) return next(error)
  const problem = problemFrom(error)
  const id = response.get('X-Request-Id') ?? ''
  for (const position of ['Livedesk-Cursor', 'Livedesk-Epoch', 'Livedesk-Ahead']) response.removeHeader(position)
  if (problem) {
    if (problem.code === 'unavailable') request.log.warn({ err: error }, 'Answered 503')
    response.set(problem.more.headers ?? {})
    response.status(problems[problem.code].status).type('application/problem+json').json(problemBody(problem, id))
    return
  }
  request.log.error({ err: error }, 'A request failed')
  response.status(500).type('application/problem+json').json({
    type: 'about:blank',
    title: 'Something went wrong here',
    status: 500,
    detail: 'It is our fault, and it is in the log under this request_id. Nothing was changed.',
    request_id: id,
  })
}

/** What is asked for under `/api` and is not there. */
export const refuseUnknown: RequestHandler = (request) => {
  throw new Problem('not_found', `There is nothing at ${request.baseUrl}${request.path}.`)
}

/** What comes to the socket's address without asking for a socket. */
export const refusePlain: RequestHandler = () => {
  throw new Problem('upgrade_required', 'This address is a WebSocket: come with an upgrade.', {
    headers: { Upgrade: 'websocket' },
  })
}

const problemFrom = (error: unknown): Problem | undefined => {
  if (error instanceof Problem) return error
  if (!(error instanceof Error)) return undefined
  if (error instanceof NumberingDown) {
    return new Problem('unavailable', 'The desk is behind with what is written. Try again in a moment.', {
      headers: { 'Retry-After': '2' },
    })
  }
  if (isOutage(error)) {
    return new Problem('unavailable', 'The database does not answer. Try again in a moment.', {
      headers: { 'Retry-After': '2' },
    })
  }
  // Express, its router and its body parser say what a caller caused by a 4xx status.
  if ('status' in error && typeof error.status === 'number' && error.status >= 400 && error.status < 500) {
    return badRequest(error.status, 'type' in error ? error.type : undefined)
  }
  return undefined
}

const badRequest = (status: number, type: unknown) => {
  if (status === 404) return new Problem('not_found', 'There is no such file.')
  if (status === 413) return new Problem('too_large', 'Send less than 1 MB at once.')
  if (status === 415) return new Problem('not_json', 'Send the body as JSON in UTF-8.')
  if (type === 'entity.parse.failed') return new Problem('bad_request', 'The body is no valid JSON.')
  return new Problem('bad_request', 'The request could not be read: check its address and its body.')
}

// Connection exceptions, too many connections, a server that stops or starts, a cancelled statement.
const outages = /^(?:08|53|57P0[1-5]|57014)/u
const outageMessages =
  /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error/u

const isOutage = (error: Error & { code?: unknown }) => {
  if (error instanceof pg.DatabaseError) return outages.test(error.code ?? '')
  return /^E(?:CONN|PIPE|TIMEDOUT|HOSTUNREACH|AI_AGAIN)/u.test(String(error.code)) || outageMessages.test(error.message)
}
