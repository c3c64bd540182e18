import type { EventType, User } from '@livedesk/events'
import type { Request, Response } from 'express'
import type { z } from 'zod'
import type { ProblemCode } from '../problem.ts'

/** Someone who is signed in, by the session or token they came with. */
export type Actor = User & {
  readonly key: { readonly kind: 'session' | 'token'; readonly id: number; readonly expiresAt: Date }
}

declare global {
  namespace Express {
    interface Locals {
      /** Who asks, once the router knows. */
      actor?: Actor | undefined
      /** The path of the route that answers, as it was declared. */
      route?: string
    }
  }
}

/** Bodies by status; null is an answer without one. */
type Answers = Record<number, z.ZodType | null>

type Answer<A extends Answers> = {
  [S in keyof A & number]: A[S] extends z.ZodType
    ? { readonly status: S; readonly body: z.output<A[S]> }
    : { readonly status: S; readonly body?: never }
}[keyof A & number]

/** What a route says of itself: read by the router, which holds callers to it, and by the OpenAPI document. */
export type Spec<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends Answers,
  S extends EventType = EventType,
> = {
  readonly summary: string
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  readonly answers: A
  /** What can go wrong beside what can go wrong anywhere (a bad request, nobody signed in, no connection). */
  readonly problems?: readonly ProblemCode[]
  /** The events that it may say. Between them, routes say every event of the contract: `app` sees to it. */
  readonly says?: readonly S[]
  /** Whether the body is a file's bytes, which the handler reads from the request. */
  readonly takesBytes?: boolean
  /** Whether an `Idempotency-Key` makes a retry safe. */
  readonly idempotent?: boolean
}

type Asked<Who, P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
  readonly actor: Who
  readonly params: z.output<P>
  readonly query: z.output<Q>
  readonly body: z.output<B>
  readonly request: Request
  readonly response: Response
}

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'
type Access = 'anyone' | 'signed_in' | 'admin'

/** A declared route. `handle` is called with what its spec's schemas made of the request, never with anything else. */
export type Route<S extends EventType = EventType> = {
  readonly method: Method
  readonly path: string
  readonly access: Access
  readonly spec: Spec<z.ZodType, z.ZodType, z.ZodType, Answers, S>
  // A method, so that handlers of narrower input fit: the router parses by the same spec before it calls.
  handle(asked: Asked<Actor | undefined, z.ZodType, z.ZodType, z.ZodType>): Promise<{ status: number; body?: unknown }>
}

const declare =
  <Who extends Actor | undefined>(method: Method, access: Access) =>
  <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends Answers, S extends EventType = never>(
    path: string,
    spec: Spec<P, Q, B, A, S>,
    handle: (asked: Asked<Who, P, Q, B>) => Promise<Answer<A>>,
  ): Route<S> => ({ method, path, access, spec, handle })

/** Routes for everyone who is signed in. Paths are Express's, below `/api`. */
export const get = declare<Actor>('get', 'signed_in')
export const post = declare<Actor>('post', 'signed_in')
export const put = declare<Actor>('put', 'signed_in')
export const patch = declare<Actor>('patch', 'signed_in')
export const remove = declare<Actor>('delete', 'signed_in')

/** A route whose body is a file: bytes, not JSON. */
export const upload: typeof post = (path, spec, handle) => post(path, { ...spec, takesBytes: true }, handle)

/** Routes for admins. */
export const adminPost = declare<Actor>('post', 'admin')
export const adminPatch = declare<Actor>('patch', 'admin')

/** Routes for anyone, signed in or not. */
export const openGet = declare<Actor | undefined>('get', 'anyone')
export const openPost = declare<Actor | undefined>('post', 'anyone')
export const openRemove = declare<Actor | undefined>('delete', 'anyone')

/** Answers to return from a handler. */
export const ok = <B>(body: B) => ({ status: 200 as const, body })
export const created = <B>(body: B) => ({ status: 201 as const, body })
export const done = () => ({ status: 204 as const })
