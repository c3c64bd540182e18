import type { DurableEvent, EventOf } from '@livedesk/events'

export type DurableType = DurableEvent['type']

/** Nothing more, or a reload of the entry. */
export type Outcome = 'reload' | undefined | void

/**
 * Makes of some data what a fresh load would give after an event, in place. It must leave data that holds the event
 * already as it is. `reload` says that this event does not tell enough: the entry is loaded again.
 */
export type Applier<Part, Event, Place> = Method<Part, Event, Place>['apply']

/** What an entry does about every event of the log. */
export type Appliers<Part, Place> = {
  readonly [T in DurableType]: Applier<Part, EventOf<T>, Place> | 'irrelevant'
}

/** Gives an event to some data. */
export const apply = <Part, Place>(
  appliers: Readonly<Record<DurableType, Applier<Part, DurableEvent, Place> | 'irrelevant'>>,
  part: Part,
  event: DurableEvent,
  place: Place,
) => {
  const applier = appliers[event.type]
  return applier === 'irrelevant' ? undefined : applier(part, event, place)
}

// A method, so that an applier of one event fits into a table of all: `apply` looks it up by the event's own type.
type Method<Part, Event, Place> = { apply(part: Part, event: Event, place: Place): Outcome }
