import { type RefCallback, useCallback, useState } from 'react'

/** Whether an element is at least this many pixels wide. Known before the first paint, so that nothing jumps. */
export const useIsWide = <E extends Element>(minWidth: number): [RefCallback<E>, boolean] => {
  const [wide, setWide] = useState(false)
  const ref = useCallback(
    (element: E) => {
      const measure = () => setWide(element.getBoundingClientRect().width >= minWidth)
      measure()
      const observer = new ResizeObserver(measure)
      observer.observe(element)
      return () => observer.disconnect()
    },
    [minWidth],
  )
  return [ref, wide]
}
