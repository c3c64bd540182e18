import type { Ticket } from '@livedesk/events'
import { useState } from 'react'
import { problemOf } from '../ui/problem-code.ts'
import { type Edit, type EditedField, mergeEdit } from './merge-edit.ts'
import { useChangeTickets } from './use-change-tickets.ts'

export type EditTrouble =
  /** Someone else gave these fields another value: the person decides. */
  | {
      readonly kind: 'conflict'
      readonly edit: Edit
      readonly fields: readonly EditedField[]
      readonly current: Ticket
    }
  /** It could not be saved: it may be tried again. */
  | { readonly kind: 'failed'; readonly error: unknown; readonly again: () => void }

/** Changes a ticket. What others changed meanwhile is merged, field by field; what cannot be merged is told. */
export const useEditTicket = (ticket: Ticket) => {
  const { change } = useChangeTickets()
  const [trouble, setTrouble] = useState<EditTrouble>()

  const save = async (edit: Edit, seen: Ticket): Promise<void> => {
    const error = (await change([{ seen, edit }]))[0]?.error
    if (!error) return setTrouble(undefined)
    const current = problemOf(error)?.ticket
    const merge = current && mergeEdit(seen, edit, current)
    if (current && merge?.kind === 'conflict') return setTrouble({ ...merge, current })
    setTrouble({ kind: 'failed', error, again: () => void save(edit, seen) })
  }

  return {
    trouble,
    edit: (edit: Edit) => void save(edit, ticket),
    /** Sends what was wanted once more, over what someone else made of it. */
    insist: () => trouble?.kind === 'conflict' && void save(trouble.edit, trouble.current),
    giveIn: () => setTrouble(undefined),
  }
}
