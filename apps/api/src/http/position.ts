import type { RequestHandler, Response } from 'express'
import type { Tx } from '../live/outbox.ts'
import type { Snapshot } from '../live/snapshot.ts'

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

/** Reads in one snapshot of the database, and says exactly which events it holds: what is counted must not be counted twice. */
export type ReadCounted = <T>(response: Response, read: (tx: Tx) => Promise<T>) => Promise<T>

/** Puts the place of a snapshot into the answer that it is read for. */
export const openReadCounted =
  (readSnapshot: <T>(read: (tx: Tx) => Promise<T>) => Promise<Snapshot<T>>): ReadCounted =>
  async (response, read) => {
    const { value, cursor, epoch, ahead } = await readSnapshot(read)
    response.set({ 'Livedesk-Cursor': String(cursor), 'Livedesk-Epoch': epoch, 'Livedesk-Ahead': ahead.join(',') })
    return value
  }
