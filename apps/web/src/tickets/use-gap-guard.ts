import { openGap } from '@livedesk/resources'
import { type RefObject, useState } from 'react'
import type { WritingField } from '../writing/written.ts'

/** Stops words that have an open gap on their way out, and puts the caret there. Their author may send them all the same. */
export const useGapGuard = (body: string, field: RefObject<WritingField | null>) => {
  const [held, setHeld] = useState<{ readonly body: string; readonly send: () => void }>()

  return {
    /** Sends what was stopped as it is; undefined when nothing is. */
    stopped:
      held?.body === body
        ? () => {
            setHeld(undefined)
            held.send()
          }
        : undefined,
    whole: (send: () => void) => {
      if (openGap(body) === undefined) return send()
      setHeld({ body, send })
      field.current?.toGap()
    },
  }
}
