import { useEffect, useLayoutEffect, useRef, useState } from 'react'

// This near the end counts as being there, in pixels.
const near = 48

/**
 * Keeps a column of messages where its reader is: at the end while they are at the end; in place when older messages
 * are put above, and when newer ones come below (`behind` counts those until they are looked at).
 */
export const useMessageScroll = (ids: readonly number[]) => {
  const scroller = useRef<HTMLDivElement>(null)
  const drawn = useRef<readonly number[]>([])
  const fromEnd = useRef(0)
  const isAtEnd = useRef(true)
  const top = useRef(0)
  const [behind, setBehind] = useState(0)
  const first = ids.at(0)
  const last = ids.at(-1)

  const toEnd = () => {
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight })
    setBehind(0)
  }

  const note = () => {
    const element = scroller.current
    if (!element) return
    top.current = element.scrollTop
    fromEnd.current = element.scrollHeight - element.scrollTop
    isAtEnd.current = fromEnd.current - element.clientHeight < near
    if (isAtEnd.current) setBehind(0)
  }

  useLayoutEffect(() => {
    const element = scroller.current
    const before = drawn.current
    drawn.current = ids
    if (!element) return
    if (before.length > 0 && first !== before.at(0)) element.scrollTop = element.scrollHeight - fromEnd.current
    if (last === before.at(-1)) return
    if (isAtEnd.current) top.current = putAtEnd(element)
    else setBehind((count) => count + newer(ids, before.at(-1)))
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `ids` is another array at every drawing.
  }, [first, last])

  // What is written below takes room from the messages, and a window may change: the end stays in sight.
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const observer = new ResizeObserver(() => {
      // It may have been scrolled to some message a moment ago, of which nothing has been heard yet.
      const isWhereItWas =
        element.scrollTop >= Math.min(top.current, element.scrollHeight - element.clientHeight) - near
      if (isAtEnd.current && isWhereItWas) top.current = putAtEnd(element)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  return { scroller, onScroll: note, toEnd, behind }
}

const putAtEnd = (element: HTMLElement) => {
  element.scrollTop = element.scrollHeight
  return element.scrollTop
}

const newer = (ids: readonly number[], last: number | undefined) =>
  ids.length - 1 - ids.findLastIndex((id) => id === last)
