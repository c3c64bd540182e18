import { z } from 'zod'
import { useStored } from '../ui/use-stored.ts'

const limits = {
  rail: { usual: 216, min: 168, max: 320 },
  list: { usual: 372, min: 300, max: 640 },
} as const

/** A column's width in pixels, as this person last drew it. */
export const usePaneWidth = (pane: keyof typeof limits) => {
  const { usual, min, max } = limits[pane]
  const [now, setNow] = useStored(`livedesk.width.${pane}`, z.int().min(min).max(max), usual)
  return [{ now, min, max }, setNow] as const
}
