import type { TicketMessage, TicketMessageId } from '@livedesk/events'
import { useEffect, useRef } from 'react'
import { isProvisional } from '../server/foretell.ts'

/** How long a message is on screen before it counts as seen, in milliseconds. */
const glance = 1000

type Log = {
  readonly messages: readonly TicketMessage[]
  /** Whether there is anything yet, or will not be: it could not be loaded. */
  readonly isLoaded: boolean
  readonly problem: unknown
  /** Whether all that was there when the conversation was opened is shown by now. */
  readonly isWhole: boolean
  /** How many of the last messages are below what is on screen. */
  readonly behind: number
}

type Opened = {
  /** How many messages there were when the ticket was opened. */
  readonly count: number
}

/**
 * Follows what this person has seen of a conversation: what was there when they opened it, and what came later once it has
 * been before their eyes for a moment. It gives a way to ask for the last message seen, which waits until there is anything to see.
 */
export const useSeen = (
  { messages, isLoaded, problem, isWhole, behind }: Log,
  opened: Opened,
): (() => Promise<TicketMessageId | undefined>) => {
  const seen = useRef<TicketMessageId>(undefined)
  const shown = messages.slice(0, messages.length - behind).findLast((message) => !isProvisional(message))?.id

  useEffect(() => {
    if (!isWhole || shown === undefined) return
    if (seen.current === undefined) {
      seen.current = shown
      return
    }
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      clearTimeout(timer)
      if (document.visibilityState === 'visible') timer = setTimeout(() => (seen.current = shown), glance)
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [isWhole, shown])

  const isKnown = isLoaded || problem !== undefined
  const waiting = useRef<(() => void)[]>([])
  const latestShown = useRef(shown)
  const asOpened = useRef<TicketMessageId>(undefined)
  useEffect(() => {
    latestShown.current = shown
    asOpened.current = messages.slice(0, opened.count).findLast((message) => !isProvisional(message))?.id
    if (isKnown) for (const go of waiting.current.splice(0)) go()
  }, [isKnown, shown, messages, opened.count])

  return async () => {
    // Who is faster than the first page waits for it. What came since they opened the ticket they have not seen.
    if (!isKnown) {
      await new Promise<void>((resolve) => waiting.current.push(resolve))
      return asOpened.current
    }
    // Before all is here, what is here has been seen, and the desk tells the rest.
    return seen.current ?? latestShown.current
  }
}
