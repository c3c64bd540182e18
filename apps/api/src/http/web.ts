import { existsSync } from 'node:fs'
import { join } from 'node:path'
import express, { type RequestHandler, Router } from 'express'

/** Serves the built web app: hashed assets for a year, and its one page for every address that a person may open. */
export const serveWeb = (folder: string): Router => {
  const router = Router()
  router.use(
    '/assets',
    express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false, fallthrough: false }),
  )
  router.use(
    express.static(folder, {
      index: false,
      cacheControl: false,
      setHeaders: (response) => response.set('Cache-Control', 'no-cache'),
    }),
  )
  router.use(page(join(folder, 'index.html')))
  return router
}

const page =
  (file: string): RequestHandler =>
  (request, response, next) => {
    if ((request.method !== 'GET' && request.method !== 'HEAD') || !request.accepts('html')) return next()
    if (!existsSync(file)) {
      response.status(503).type('text').send('The web app is not built yet: run `pnpm build`.')
      return
    }
    response.set('Cache-Control', 'no-cache').sendFile(file)
  }
