import type { Response } from 'express'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'

type Parts = {
  readonly bytes: Readable
  readonly size: number
  readonly type: string
  readonly name: string
  /** Whether a page may show it in its place; anything else is saved. */
  readonly shown: boolean
}

/** Bytes for an answer, served so that they can do no harm: never as a page, never with a script, never for another site. */
export class Download {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  async send(response: Response) {
    const { bytes, size, type, name, shown } = this.#parts
    response.set({
      'Content-Type': shown ? type : 'application/octet-stream',
      'Content-Length': String(size),
      'Content-Disposition': `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encoded(name)}`,
      'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-origin',
      // It never changes, and belongs to whoever is signed in.
      'Cache-Control': 'private, max-age=31536000, immutable',
      Vary: 'Cookie, Authorization',
    })
    try {
      await pipeline(bytes, response)
    } catch {
      // Whoever goes away before the end is nobody's fault.
      response.destroy()
    } finally {
      // Of whoever went before the beginning, the pipeline touches nothing: a file left open ends the whole worker.
      bytes.destroy()
    }
  }
}

/** What a route answers that gives bytes. */
export const Bytes = z.instanceof(Download)

// RFC 8187: what `encodeURIComponent` leaves and a header may not have.
const encoded = (name: string) =>
  encodeURIComponent(name).replaceAll(/['()*]/gu, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
