import type { TicketId, TicketMessageKind } from '@livedesk/events'
import { useEffect, useEffectEvent } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { z } from 'zod'

const ToWrite = z.object({ write: z.enum(['reply', 'note']) })

/** Goes to a ticket, if another is open, and to where replies or notes are written in it. */
export const useGoWrite = () => {
  const navigate = useNavigate()
  return (ticketId: TicketId, kind: TicketMessageKind) => {
    const { pathname, search } = window.location
    const list = /^\/(?:tickets|search)(?=\/|$)/u.exec(pathname)?.[0]
    const to = { pathname: `${list ?? '/tickets'}/${ticketId}`, search: list ? search : '' }
    void navigate(to, { state: { write: kind }, replace: to.pathname === pathname })
  }
}

/** Hears that the person is sent here to write. */
export const useSentToWrite = (onWrite: (kind: TicketMessageKind) => void) => {
  const place = useLocation()
  const navigate = useNavigate()
  const obey = useEffectEvent(() => {
    const wanted = ToWrite.safeParse(place.state)
    if (!wanted.success) return
    onWrite(wanted.data.write)
    // Once: whoever comes by here later is not sent.
    void navigate({ pathname: place.pathname, search: place.search }, { replace: true })
  })
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- Each time someone is sent here is another.
  useEffect(() => obey(), [place.key])
}
