import asyncapi from '@livedesk/events/asyncapi.json' with { type: 'json' }
import { type RequestHandler, Router } from 'express'
import { describeRoutes } from './openapi.ts'
import type { Route } from './route.ts'

/** What the API and the socket understand, for programs and for people. */
export const documents = (routes: readonly Route[]): Router => {
  const router = Router()
  const openapi = describeRoutes(routes)
  router.use(['/openapi.json', '/asyncapi.json', '/docs'], mayBeKept)
  router.get('/openapi.json', (_request, response) => void response.json(openapi))
  router.get('/asyncapi.json', (_request, response) => void response.json(asyncapi))
  return router
}

const mayBeKept: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-cache')
  next()
}
