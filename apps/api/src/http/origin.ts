import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'
import { Problem } from '../problem.ts'

export type OriginOptions = {
  /** Where people find the desk. If it is not set, the desk's own pages are those of the host that is asked. */
  readonly publicOrigin: string | undefined
  /** More origins whose pages may act here. */
  readonly allowedOrigins: readonly string[]
  /** Whether a proxy in front says what host the browser asked for. */
  readonly trustProxy: boolean
}

/** Whether a page may act here with its reader's cookie, by what the browser says of the page. */
export type FromOurPages = (request: IncomingMessage) => boolean

/** No page of another site may act here. A request that says nothing of a page does not come from a browser. */
export const openOriginGuard = ({ publicOrigin, allowedOrigins, trustProxy }: OriginOptions): FromOurPages => {
  const isOurs = (origin: string, headers: IncomingHttpHeaders) =>
    publicOrigin === undefined ? hostOf(origin) === askedHost(headers, trustProxy) : origin === publicOrigin
  return ({ headers }) => {
    const { origin } = headers
    if (origin !== undefined) return allowedOrigins.includes(origin) || isOurs(origin, headers)
    const site = headers['sec-fetch-site']
    return site === undefined || site === 'same-origin' || site === 'none'
  }
}

/** Refuses requests that change something when a page of another site sends them. A bearer token is no cookie: it passes. */
export const refuseForeignPages =
  (fromOurPages: FromOurPages): RequestHandler =>
  (request, _response, next) => {
    const safe = request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS'
    if (!safe && request.headers.authorization === undefined && !fromOurPages(request)) {
      throw new Problem('foreign_origin', 'A page of another site may not act here.')
    }
    next()
  }

const askedHost = (headers: IncomingHttpHeaders, trustProxy: boolean) => {
  const forwarded = trustProxy ? headers['x-forwarded-host'] : undefined
  return (typeof forwarded === 'string' ? forwarded.split(',', 1)[0]?.trim() : headers.host)?.toLowerCase()
}

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : undefined)
