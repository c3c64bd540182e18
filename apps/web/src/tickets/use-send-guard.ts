import { openGap } from '@livedesk/resources'
import { type RefObject, useState } from 'react'
import type { useUploads } from '../attachments/use-uploads.ts'
import type { WritingField } from '../writing/written.ts'

type Guarded = {
  readonly body: string
  readonly uploading: Pick<ReturnType<typeof useUploads>, 'uploads' | 'removeFailed'>
  readonly field: RefObject<WritingField | null>
}

/** What kept words from being sent, and how they go all the same. */
export type Stopped = {
  readonly by: 'gap' | 'files'
  /** How many files did not get to the desk. */
  readonly count: number
  readonly onSendAnyway: () => void
}

/**
 * Stops words on their way out that would go without a file of theirs, or with an open gap, in which the caret is put then.
 * Their author may send them all the same.
 */
export const useSendGuard = ({ body, uploading, field }: Guarded) => {
  const [held, setHeld] = useState<Stopped & { readonly body: string }>()
  const count = uploading.uploads.filter(({ trouble }) => trouble !== undefined).length

  const unlessGap = (send: () => void) => {
    if (openGap(body) === undefined) return go(send)
    setHeld({ by: 'gap', count, body, onSendAnyway: () => go(send) })
    field.current?.toGap()
  }
  const go = (send: () => void) => {
    setHeld(undefined)
    send()
  }
  const without = (send: () => void) => {
    uploading.removeFailed()
    unlessGap(send)
  }

  return {
    /** What was stopped, as long as it is what it was. */
    stopped: held?.body === body && (held.by === 'gap' || held.count === count) ? held : undefined,
    whole: (send: () => void) => {
      if (count === 0) return unlessGap(send)
      setHeld({ by: 'files', count, body, onSendAnyway: () => without(send) })
    },
  }
}
