import type { TicketId, UserId } from '@livedesk/events'
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { useConnection } from '../server/use-connection.ts'
import { useStream } from '../server/use-stream.ts'
import { useDirectory } from '../ui/directory.ts'

/** Says that this ticket is open here, and tells who else has it open now. Nobody is known while the page is not live. */
export const useViewers = (ticketId: TicketId): readonly UserId[] => {
  const { me } = useDirectory()
  const stream = useStream()
  const isLive = useConnection().kind === 'live'
  const subscribe = useCallback(
    (changed: () => void) => stream.subscribe((news) => news.kind !== 'event' && changed()),
    [stream],
  )
  const viewers = useSyncExternalStore(subscribe, () => stream.here.viewersOf(ticketId))

  // What is open holds for one socket: a new one is told again.
  useEffect(() => {
    if (!isLive) return
    stream.send({ type: 'view', ticket_id: ticketId })
    return () => stream.send({ type: 'view', ticket_id: null })
  }, [isLive, stream, ticketId])

  return isLive ? viewers.filter((id) => id !== me.id) : []
}
