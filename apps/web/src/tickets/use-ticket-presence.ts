import type { TicketId } from '@livedesk/events'
import { useCallback, useSyncExternalStore } from 'react'
import { realClock } from '../server/clock.ts'
import type { EventStream } from '../server/stream.ts'
import { useStream } from '../server/use-stream.ts'
import { TicketPresence } from './ticket-presence.ts'

/** One for each tab's stream, for as long as that lasts. */
const known = new WeakMap<EventStream, TicketPresence>()

/** Who else is at a ticket now, and what they do there. It says nothing to the desk: to look at a row is not to open it. */
export const useTicketPresence = (ticketId: TicketId) => {
  const presence = presenceOf(useStream())
  const subscribe = useCallback((changed: () => void) => presence.subscribe(ticketId, changed), [presence, ticketId])
  return useSyncExternalStore(subscribe, () => presence.at(ticketId))
}

const presenceOf = (stream: EventStream) => {
  const presence = known.get(stream) ?? new TicketPresence(stream, realClock)
  known.set(stream, presence)
  return presence
}
