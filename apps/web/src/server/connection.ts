import type { Command, DurableEvent, EphemeralEvent, UserId } from '@livedesk/events'

/** Where the connection to the desk stands, as a person is told of it. */
export type ConnectionState =
  | { readonly kind: 'stopped'; readonly why: 'not_started' | 'forbidden' | 'protocol_error' }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  /** `next_at` is when it tries again, in the clock's milliseconds; in the past while it is trying. */
  | { readonly kind: 'reconnecting'; readonly next_at: number }
  /** The browser says that there is no network. It tries again all the same: browsers are sometimes wrong. */
  | { readonly kind: 'offline'; readonly next_at: number }
  /** The session is over: nothing is heard until someone signs in. */
  | { readonly kind: 'signed_out' }
  /** This page speaks an older contract than the desk: it must be loaded anew. */
  | { readonly kind: 'outdated' }

/** How closely a person looks at a tab. */
export type Attention = 'focused' | 'visible' | 'hidden'

/** A place in one history of the desk's events. */
export type Place = { readonly epoch: string; readonly cursor: number }

/**
 * What a connection says to every tab that it serves. Plain data, so that it can cross a `MessagePort`.
 * - `start`: from here on everything after `cursor` is said; what was before this place may be missing.
 * - `event`: the next event of the log. `aloud`: this is the tab where the person is to be told of it. `passing`: one that
 *   is not in the log.
 * - `reached`: everything up to `cursor` has been said.
 */
export type Said =
  | { readonly kind: 'state'; readonly state: ConnectionState }
  | ({ readonly kind: 'start' } & Place)
  | { readonly kind: 'event'; readonly seq: number; readonly event: DurableEvent; readonly aloud: boolean }
  | { readonly kind: 'passing'; readonly event: EphemeralEvent }
  | { readonly kind: 'reached'; readonly cursor: number }

/**
 * What a tab's surroundings tell of the network and of the tab itself. `woke`: the machine slept. `tick`: some seconds have
 * passed, as a tab knows that is in sight; the clocks of the others run slower.
 */
export type Hint = 'online' | 'offline' | 'shown' | 'woke' | 'tick' | 'frozen' | 'thawed'

/**
 * What a tab asks of a connection. Plain data, too.
 * - `start`: listen for someone from `since` on. `heard`: everything up to there was heard, not read: it goes on from there.
 * - `touch`: somebody touched this tab, or looked at it again, at that time of the clock.
 */
export type Wish =
  | { readonly kind: 'start'; readonly user_id: UserId; readonly since: Place | undefined; readonly heard: boolean }
  | { readonly kind: 'stop' }
  | { readonly kind: 'send'; readonly command: Command }
  | { readonly kind: 'hint'; readonly hint: Hint }
  | { readonly kind: 'attend'; readonly attention: Attention }
  | { readonly kind: 'touch'; readonly at: number }

/** One end of a connection: a tab's, be the socket in this tab or in another place, or the socket itself. */
export type Connection = {
  readonly post: (wish: Wish) => void
  readonly subscribe: (listener: (said: Said) => void) => () => void
}
