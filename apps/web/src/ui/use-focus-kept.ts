import { type RefObject, useEffect, useEffectEvent } from 'react'

/**
 * Keeps the focus when what had it within an area goes, or cannot be used any more: someone has just pressed it, and wants to go
 * on. Whoever leaves it of their own accord is not held. Areas are marked `data-keeps-focus`; one within another keeps its own.
 */
export const useFocusKept = (area: RefObject<HTMLElement | null>, goOn: () => void) => {
  const keep = useEffectEvent(goOn)
  useEffect(() => {
    const element = area.current
    if (!element) return undefined
    const isOwn = (target: unknown) => target instanceof Element && target.closest('[data-keeps-focus]') === element
    let last: EventTarget | null = null
    const note = ({ target }: FocusEvent) => {
      last = isOwn(target) ? target : null
    }
    const look = () => {
      const { activeElement, body } = document
      const isOut = activeElement === body && last instanceof Element && !(last.isConnected && !isDisabled(last))
      const isUseless = activeElement !== null && isOwn(activeElement) && isDisabled(activeElement)
      if (!isOut && !isUseless) return
      last = null
      keep()
    }
    element.addEventListener('focusin', note)
    const observer = new MutationObserver(look)
    observer.observe(element, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] })
    return () => {
      element.removeEventListener('focusin', note)
      observer.disconnect()
    }
  }, [area])
}

const isDisabled = (element: Element) => element.matches(':disabled')
