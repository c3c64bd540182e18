import { Session, SignIn } from '@livedesk/resources'
import type { Response } from 'express'
import type { Db } from '../db/pool.ts'
import { type Actor, done, get, ok, openPost, openRemove } from '../http/route.ts'
import { endSession, type Tx } from '../live/outbox.ts'
import type { Transact } from '../live/transact.ts'
import { Problem } from '../problem.ts'
import { SESSION_COOKIE } from './authenticate.ts'
import { checkPassword, newSecret, SESSION_DAYS } from './keys.ts'
import { deleteSession, findCredentials, openSession } from './queries.ts'
import type { SignInLimits } from './sign-in-limits.ts'

type SessionParts = { readonly db: Db; readonly tx: Transact; readonly limits: SignInLimits }

/** Signing in, asking who is signed in, signing out. */
export const sessionRoutes = ({ db, tx, limits }: SessionParts) => [
  openPost(
    '/session',
    {
      summary: 'Sign in: answers with an HttpOnly cookie',
      body: SignIn,
      answers: { 200: Session },
      problems: ['wrong_credentials', 'too_many_requests'],
    },
    async ({ actor, body: { email, password }, request, response }) => {
      const address = request.ip ?? 'unknown'
      await limits.tried(address, email)
      const found = await findCredentials(db, email)
      const right = await checkPassword(found?.password_hash, password)
      if (!found || !right) throw wrongCredentials()

      const { password_hash: _kept, ...user } = found
      const { secret, tokenHash } = newSecret()
      const session = await tx(async (tx) => {
        const opened = await openSession(tx, found, tokenHash, SESSION_DAYS)
        if (!opened) throw wrongCredentials()
        // Another person at the same browser: the first one's tabs are not theirs any more.
        if (actor?.key.kind === 'session' && actor.id !== user.id) await endOwnSession(tx, actor)
        return opened
      })
      await limits.succeeded(address, email)
      setCookie(response, secret, new Date(session.expires_at))
      return ok({ user })
    },
  ),

  get(
    '/session',
    { summary: 'Who is signed in', answers: { 200: Session } },
    async ({ actor: { key: _key, ...user } }) => ok({ user }),
  ),

  openRemove(
    '/session',
    { summary: 'Sign out: closes the sockets of this session', answers: { 204: null } },
    async ({ actor, response }) => {
      if (actor?.key.kind === 'session') await tx((tx) => endOwnSession(tx, actor))
      setCookie(response, '', new Date(0))
      return done()
    },
  ),
]

const wrongCredentials = () => new Problem('wrong_credentials', 'Check the e-mail address and the password.')

const endOwnSession = async (tx: Tx, { key }: Actor) => {
  await deleteSession(tx, key.id)
  endSession(tx, key.id)
}

const setCookie = (response: Response, secret: string, expires: Date) =>
  response.cookie(SESSION_COOKIE, secret, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: response.req.secure,
    expires,
  })
