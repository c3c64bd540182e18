import { readFileSync } from 'node:fs'
import asyncapi from '@livedesk/events/asyncapi.json' with { type: 'json' }
import { type RequestHandler, Router } from 'express'
import type { Route } from '../http/route.ts'
import { describeRoutes } from './openapi.ts'
import { docsPage } from './page.ts'

/** What the API and the socket understand: for programs, and as a page for people. */
export const documents = (routes: readonly Route[]): Router => {
  const openapi = onFirstUse(() => describeRoutes(routes))
  const page = onFirstUse(() => docsPage(openapi(), asyncapi))
  const style = onFirstUse(() => readFileSync(new URL('./docs.css', import.meta.url), 'utf8'))
  const router = Router()
  router.use(['/openapi.json', '/asyncapi.json', '/docs', '/docs.css'], askedAgain)
  router.get('/openapi.json', (_request, response) => void response.json(openapi()))
  router.get('/asyncapi.json', (_request, response) => void response.json(asyncapi))
  router.get('/docs', (_request, response) => void response.type('html').send(page()))
  router.get('/docs.css', (_request, response) => void response.type('css').send(style()))
  return router
}

const askedAgain: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-cache')
  next()
}

// A worker starts without them: most never show them.
const onFirstUse = <T>(make: () => T) => {
  let made: T | undefined
  return () => (made ??= make())
}
