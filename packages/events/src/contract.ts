import type { z } from 'zod'
import { cannedEvents } from './canned.ts'
import { chatEvents } from './chats.ts'
import type { Audience, Durability } from './define.ts'
import type { Seq } from './frames.ts'
import { notificationEvents } from './notifications.ts'
import { peopleEvents } from './people.ts'
import { presenceEvents } from './presence.ts'
import { savedViewEvents } from './saved-views.ts'
import { teamEvents } from './teams.ts'
import { ticketEvents } from './tickets.ts'

/** Every event there is. Adding one breaks the build of each side that has not decided what to do with it. */
export const events = {
  ...ticketEvents,
  ...chatEvents,
  ...notificationEvents,
  ...peopleEvents,
  ...teamEvents,
  ...cannedEvents,
  ...savedViewEvents,
  ...presenceEvents,
}

type Events = typeof events

export type EventType = keyof Events

/** The payload of one event, as sent and as received (less its `seq`). */
export type EventOf<T extends EventType> = z.output<Events[T]['schema']>

/** Any event. */
export type DeskEvent = { [T in EventType]: EventOf<T> }[EventType]

type TypeFor<A extends Audience, D extends Durability> = {
  [T in EventType]: Events[T] extends { audience: A; durability: D } ? T : never
}[EventType]

type EventFor<A extends Audience, D extends Durability> = { [T in TypeFor<A, D>]: EventOf<T> }[TypeFor<A, D>]

/** The events that one audience may be told through the log. */
export type DurableEvent<A extends Audience = Audience> = EventFor<A, 'durable'>

/** The events that one audience may be told in passing. */
export type EphemeralEvent<A extends Audience = Audience> = EventFor<A, 'ephemeral'>

/** A durable event as it arrives: with its place in the desk's one order. Ephemeral ones have none. */
export type Sequenced<E> = E & { readonly seq: Seq }

/** A client's answer to the whole contract: a handler for each event, or `ignore` said aloud. Write it with `satisfies`. */
export type EventHandlers<Ignored = 'ignore'> = {
  [T in EventType]: ((event: EventOf<T>) => void) | Ignored
}

/** Whether a wire name is one that this build knows. A client meets others calmly: it may be an old tab during a deploy. */
export const isEventType = (type: string): type is EventType => Object.hasOwn(events, type)
