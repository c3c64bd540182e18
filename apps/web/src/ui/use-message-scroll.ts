import { useLayoutEffect, useRef, useState } from 'react'

const near = 48

/**
 * Keeps a column of messages where its reader is: at the end while they are at the end; in place when older messages
 * are put above, and when newer ones come below (`behind` counts those until they are looked at).
 */
export const useMessageScroll = (ids: readonly number[]) => {
  const scroller = useRef<HTMLDivElement>(null)
  const before = useRef<{ first: number | undefined; last: number | undefined; height: number }>(undefined)
  const atEnd = useRef(true)
  const [behind, setBehind] = useState(0)
  const first = ids.at(0)
  const last = ids.at(-1)

  const toEnd = () => {
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight })
    setBehind(0)
  }

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const was = before.current
    before.current = { first, last, height: element.scrollHeight }
    if (was?.first !== undefined && first !== was.first) element.scrollTop += element.scrollHeight - was.height
    if (last === was?.last) return
    if (atEnd.current) element.scrollTop = element.scrollHeight
    else setBehind((count) => count + ids.length - 1 - ids.findLastIndex((id) => id === was?.last))
  })

  const onScroll = () => {
    const element = scroller.current
    if (!element) return
    atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < near
    if (atEnd.current) setBehind(0)
  }

  return { scroller, onScroll, toEnd, behind }
}
