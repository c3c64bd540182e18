import type { TicketId } from '@livedesk/events'
import { useCallback, useLayoutEffect, useRef, useState } from 'react'

type Row = { readonly id: TicketId }

/**
 * Which row the keyboard is on. It follows its ticket when rows move, passes to the neighbour when the ticket leaves
 * the list, and is not lost when it goes to a row that scrolling has yet to draw.
 */
export const useRowFocus = (
  rows: readonly Row[],
  openId: TicketId | undefined,
  focused: boolean,
  scrollTo: (index: number) => void,
) => {
  const [activeId, activate] = useState<TicketId>()
  const links = useRef(new Map<TicketId, HTMLAnchorElement>())
  const awaited = useRef<TicketId>(undefined)
  const lastIndex = useRef(0)

  const indexOf = (id: TicketId | undefined) => rows.findIndex((row) => row.id === id)
  const activeIndex = indexOf(activeId)
  const active = activeIndex >= 0 ? activeIndex : Math.max(0, indexOf(openId))

  const focusRow = (wanted: number) => {
    const index = Math.max(0, Math.min(rows.length - 1, wanted))
    const row = rows[index]
    if (!row) return
    activate(row.id)
    scrollTo(index)
    const link = links.current.get(row.id)
    if (link) link.focus({ preventScroll: true })
    else awaited.current = row.id
  }

  /** Knows a row's link for as long as it is drawn. Always the same function, so that rows need not be drawn for it. */
  const keepLink = useCallback((id: TicketId, link: HTMLAnchorElement) => {
    links.current.set(id, link)
    if (awaited.current === id) {
      awaited.current = undefined
      link.focus({ preventScroll: true })
    }
    return () => {
      links.current.delete(id)
    }
  }, [])

  // Whoever closes a ticket goes on from its row.
  const lastOpenId = useRef(openId)
  useLayoutEffect(() => {
    const closed = indexOf(openId === undefined ? lastOpenId.current : undefined)
    lastOpenId.current = openId
    if (closed >= 0 && document.activeElement === document.body) focusRow(closed)
  })

  // The ticket under the keyboard left the list, and the browser let the focus fall on the body.
  useLayoutEffect(() => {
    if (activeIndex >= 0) lastIndex.current = activeIndex
    else if (focused && document.activeElement === document.body) focusRow(lastIndex.current)
  })

  /** The row's link, while it is drawn. */
  const linkOf = (index: number) => {
    const row = rows[index]
    return row && links.current.get(row.id)
  }

  return { active, activate, focusRow, keepLink, linkOf }
}
