import { User } from '@livedesk/events'
import { z } from 'zod'

/** `POST /api/session`. */
export const SignIn = z.strictObject({
  email: z.string().trim().min(1).max(254),
  password: z.string().min(1).max(1000),
})
export type SignIn = z.output<typeof SignIn>

/** `POST` and `GET /api/session`: who is signed in. */
export const Session = z.object({ user: User })
export type Session = z.output<typeof Session>

/** `GET /api/demo`: who can be tried at a demo desk, and the password that everyone knows; null at every other desk. */
export const Demo = z.object({
  demo: z
    .object({ password: z.string(), people: z.array(User.pick({ id: true, name: true, email: true, role: true })) })
    .nullable(),
})
export type Demo = z.output<typeof Demo>

/** `POST /api/tokens`: a name for a script's key. */
export const CreateToken = z.strictObject({ name: z.string().trim().min(1).max(100) })
export type CreateToken = z.output<typeof CreateToken>

/** A script's key, without its secret. */
export const Token = z.object({
  id: z.int().positive(),
  name: z.string(),
  created_at: z.iso.datetime(),
  last_used_at: z.iso.datetime().nullable(),
})
export type Token = z.output<typeof Token>

/** `201` of `POST /api/tokens`: the only time the secret is told. Send it as `Authorization: Bearer <token>`. */
export const NewToken = Token.extend({ token: z.string() })
export type NewToken = z.output<typeof NewToken>

/** `GET /api/tokens`. */
export const TokenList = z.object({ items: z.array(Token) })
export type TokenList = z.output<typeof TokenList>
