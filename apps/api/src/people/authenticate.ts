import type { IncomingMessage } from 'node:http'
import { parseCookie } from 'cookie'
import type { Db } from '../db/pool.ts'
import type { Actor } from '../http/route.ts'
import { hashSecret } from './keys.ts'
import { findSession, findToken } from './queries.ts'

export const SESSION_COOKIE = 'livedesk_session'

/** Says who sent a request, by bearer token or session cookie: one query. A token that does not hold is not helped by a cookie. */
export const openAuthenticate =
  (db: Db) =>
  async ({ headers }: IncomingMessage): Promise<Actor | undefined> => {
    if (headers.authorization !== undefined) {
      const token = /^Bearer (?<token>[\w.~+/-]{1,200})$/iu.exec(headers.authorization)?.groups?.['token']
      return token === undefined ? undefined : findToken(db, hashSecret(token))
    }
    const session = parseCookie(headers.cookie ?? '')[SESSION_COOKIE]
    return session ? findSession(db, hashSecret(session)) : undefined
  }
