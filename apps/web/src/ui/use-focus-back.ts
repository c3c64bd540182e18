import { useLayoutEffect } from 'react'

/** Gives the focus back, when this goes, to what had it when this came. */
export const useFocusBack = () =>
  useLayoutEffect(() => {
    const before = document.activeElement
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [])
