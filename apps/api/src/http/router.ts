import express, { type NextFunction, type Request, type RequestHandler, type Response, Router } from 'express'
import { Problem } from '../problem.ts'
import { Download } from './download.ts'
import { parse } from './parse.ts'
import type { Actor, Route } from './route.ts'

/** The largest body read: a message of 100,000 characters, each written as a \u escape, and some. */
const BODY_LIMIT = '1mb'

type RouterOptions = {
  readonly routes: readonly Route[]
  /** Who asks; undefined if they say nothing of it. It throws if what they say does not hold. */
  readonly authenticate: (request: Request) => Promise<Actor | undefined>
  /** Whether what is answered is held to its schema: in development and tests. */
  readonly checkAnswers: boolean
}

/** Serves declared routes: who asks, may they, what do they ask, answer. Other methods on their paths get 405. */
export const serve = ({ routes, authenticate, checkAnswers }: RouterOptions): Router => {
  const router = Router({ caseSensitive: true })
  for (const [path, methods] of Map.groupBy(routes, (route) => route.path)) {
    const here = router.route(path)
    for (const route of methods) {
      here[route.method](
        identify(route, authenticate),
        ...(route.spec.body ? [express.json({ limit: BODY_LIMIT })] : []),
        answer(route, checkAnswers),
      )
    }
    here.all(refuse(methods.map(({ method }) => method.toUpperCase())))
  }
  return router
}

const identify =
  ({ access, path }: Route, authenticate: RouterOptions['authenticate']): RequestHandler =>
  async (request, response, next) => {
    response.locals.route = `${request.baseUrl}${path}`
    const actor = await authenticate(request)
    if (access !== 'anyone' && !actor) throw new Problem('sign_in_first', 'Sign in, or send a token that still works.')
    if (access === 'admin' && actor?.role !== 'admin') throw new Problem('forbidden', 'Only an admin may do that.')
    response.locals.actor = actor
    next()
  }

const answer =
  (route: Route, checkAnswers: boolean): RequestHandler =>
  async (request, response) => {
    const { spec } = route
    if (spec.body) requireJson(request)
    const { status, body } = await route.handle({
      actor: response.locals.actor,
      params: spec.params && parse(spec.params, request.params),
      query: spec.query && parse(spec.query, request.query),
      body: spec.body && parse(spec.body, request.body),
      request,
      response,
    })
    const schema = spec.answers[status]
    if (checkAnswers && schema) schema.parse(body)
    if (body instanceof Download) await body.send(response.status(status))
    else if (schema) response.status(status).json(body)
    else response.status(status).end()
  }

const requireJson = (request: Request) => {
  // `is` answers null when there is no body at all: the schema says what is missing then.
  if (request.is(['json', '+json']) === false) {
    throw new Problem('not_json', 'Send the body as JSON, with Content-Type: application/json.')
  }
}

const refuse =
  (methods: string[]) =>
  (request: Request, _response: Response, _next: NextFunction): never => {
    const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : [])].join(', ')
    throw new Problem('method_not_allowed', `${request.method} is not answered here: use ${allow}.`, {
      headers: { Allow: allow },
    })
  }
