import type { RequestHandler } from 'express'

/** How far this worker's delivery has come. */
export type Position = () => { readonly cursor: number; readonly epoch: string }

/**
 * Every answer to a GET says the position that it reflects, taken before anything is read: events up to it are in the answer,
 * later ones apply on top. Nothing of the API is kept by a cache.
 */
export const sayPosition =
  (position: Position): RequestHandler =>
  (request, response, next) => {
    response.set('Cache-Control', 'no-store')
    if (request.method === 'GET' || request.method === 'HEAD') {
      const { cursor, epoch } = position()
      response.set({ 'Livedesk-Cursor': String(cursor), 'Livedesk-Epoch': epoch })
    }
    next()
  }
