import { z } from 'zod'
import { UserId } from './ids.ts'

/** A position in the desk's one order of events: the number of the last event that is behind it. 0 is before the first. */
export const Cursor = z.int().nonnegative()
export type Cursor = z.output<typeof Cursor>

/** A durable event's number in the desk's one order. Along a socket it rises; the numbers of what others hear are left out. */
export const Seq = z.int().positive()
export type Seq = z.output<typeof Seq>

/** The first frame on every socket. `resumed` says whether the missed events follow; if not, what is on screen must be loaded anew. */
export const Welcome = z.object({
  type: z.literal('welcome'),
  user_id: UserId,
  cursor: Cursor,
  epoch: z.string(),
  resumed: z.boolean(),
  heartbeat_ms: z.int().positive(),
  contract: z.string(),
})
export type Welcome = z.output<typeof Welcome>

/** "I cannot tell you what you missed": forget positions up to `cursor` and refetch what is on screen. */
export const Resync = z.object({
  type: z.literal('resync'),
  cursor: Cursor,
  epoch: z.string(),
  reason: z.enum(['pruned', 'epoch', 'future', 'lost_tail']),
})
export type Resync = z.output<typeof Resync>

/** The server's half of the heartbeat; `cursor` tells a quiet client how far the desk has come. */
export const Pong = z.object({ type: z.literal('pong'), cursor: Cursor })
export type Pong = z.output<typeof Pong>

/** What the protocol itself says, beside events. */
export const ControlFrame = z.discriminatedUnion('type', [Welcome, Resync, Pong])
export type ControlFrame = z.output<typeof ControlFrame>

/** Why a socket was closed, and what the client does about it. */
export const closeCodes = {
  /** The worker restarts: come back elsewhere, after a jittered wait. */
  restarting: 1012,
  /** The session is over: sign in again; do not retry. */
  sign_in: 4401,
  /** This person or page may not listen here: do not retry. */
  forbidden: 4403,
  /** The client took its events too slowly, or fell silent: resume. */
  too_slow: 4408,
  /** The client broke the protocol: stop and report. */
  protocol_error: 4409,
  /** The contract's major version moved: reload the page. */
  contract_moved: 4426,
} as const
export type CloseReason = keyof typeof closeCodes
