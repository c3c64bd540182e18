import type { DeskEvent, EventHandlers } from '@livedesk/events'
import { useEffect, useEffectEvent } from 'react'
import { useStream } from './use-stream.ts'

/**
 * Hears the desk's events, each once, for as long as the component is there, over the one connection that all share. It is
 * for what a person is told; data that events change is kept right beside its endpoint (`live`), also while nothing is drawn.
 */
export const useWebSocket = (handlers: Partial<EventHandlers>) => {
  const stream = useStream()
  const hear = useEffectEvent((event: DeskEvent) => handle(handlers, event))
  useEffect(
    () => stream.subscribe((news) => (news.kind === 'event' || news.kind === 'passing') && hear(news.event)),
    [stream],
  )
}

const handle = (handlers: HandlersOfAny, event: DeskEvent) => {
  const handler = handlers[event.type]
  if (handler && handler !== 'ignore') handler(event)
}

// Methods, so that a handler of one event fits into a table of all: `handle` looks it up by the event's own type.
type HandlersOfAny = { readonly [T in DeskEvent['type']]?: Method['handle'] | 'ignore' }
type Method = { handle(event: DeskEvent): void }
