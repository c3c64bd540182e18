import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import classes from './PaneDivider.module.css'

type Props = {
  readonly label: string
  /** In pixels: what it is, and what it may be. */
  readonly width: { readonly now: number; readonly min: number; readonly max: number }
  readonly onResize: (width: number) => void
}

const step = 16

/** The line between two columns: drag it, or focus it and press the arrows. It sizes the column on its left. */
export const PaneDivider = ({ label, width: { now, min, max }, onResize }: Props) => {
  const drag = useRef<{ x: number; width: number }>(undefined)
  const resize = (wanted: number) => onResize(Math.round(Math.min(max, Math.max(min, wanted))))

  const start = (event: PointerEvent<HTMLDivElement>) => {
    // Or the browser would select the text that the pointer passes.
    event.preventDefault()
    event.currentTarget.focus()
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { x: event.clientX, width: now }
  }
  const move = (event: PointerEvent) => {
    if (drag.current) resize(drag.current.width + event.clientX - drag.current.x)
  }
  const stop = () => {
    drag.current = undefined
  }
  const press = (event: KeyboardEvent) => {
    const wanted = { ArrowLeft: now - step, ArrowRight: now + step, Home: min, End: max }[event.code]
    if (wanted === undefined) return
    event.preventDefault()
    resize(wanted)
  }

  return (
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={now}
      aria-valuemin={min}
      aria-valuemax={max}
      className={classes['divider']}
      onPointerDown={start}
      onPointerMove={move}
      onPointerUp={stop}
      onPointerCancel={stop}
      onKeyDown={press}
    />
  )
}
