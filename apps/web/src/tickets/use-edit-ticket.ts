import type { Moment, Ticket, UserId } from '@livedesk/events'
import type { BulkChanges } from '@livedesk/resources'
import { useState } from 'react'
import { problemOf } from '../ui/problem-code.ts'
import { useDirectory } from '../ui/directory.ts'
import { type Edit, type EditedField, mergeEdit } from './merge-edit.ts'
import { editOf } from './ticket-forecasts.ts'
import { useSnoozeTicketMutation, useWatchTicketMutation } from './tickets-api.ts'
import { useChangeTickets } from './use-change-tickets.ts'
import { useLinkTickets } from './use-link-tickets.ts'

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
  const { me } = useDirectory()
  const { change } = useChangeTickets()
  const [follow] = useWatchTicketMutation()
  const [putAside] = useSnoozeTicketMutation()
  const [trouble, setTrouble] = useState<EditTrouble>()

  const save = async (edit: Edit, seen: Ticket): Promise<void> => {
    const error = (await change([{ seen, edit }]))[0]?.error
    if (!error) return setTrouble(undefined)
    const current = problemOf(error)?.ticket
    const merge = current && mergeEdit(seen, edit, current)
    if (current && merge?.kind === 'conflict') return setTrouble({ ...merge, current })
    setTrouble({ kind: 'failed', error, again: () => void save(edit, seen) })
  }

  /** Does what cannot meet another's change; if it fails, it may be tried again. */
  const attempt = async (act: () => Promise<{ readonly error?: unknown }>): Promise<void> => {
    const { error } = await act()
    setTrouble(error ? { kind: 'failed', error, again: () => void attempt(act) } : undefined)
  }

  const links = useLinkTickets(ticket, (act) => void attempt(act))

  const watch = (user_id: UserId, watches: boolean) => void attempt(() => follow({ id: ticket.id, user_id, watches }))
  const snooze = (until: Moment | null) => void attempt(() => putAside({ id: ticket.id, until }))

  return {
    trouble,
    links,
    watch,
    snooze,
    edit: (edit: Edit) => void save(edit, ticket),
    /** Does what is done to many tickets to this one. */
    act: ({ watched, snoozed_until: until, ...changes }: BulkChanges) => {
      if (watched !== undefined) watch(me.id, watched)
      if (until !== undefined) snooze(until)
      if (Object.keys(changes).length > 0) void save(editOf(ticket, changes, me.id), ticket)
    },
    /** Sends what was wanted once more, over what someone else made of it. */
    insist: () => trouble?.kind === 'conflict' && void save(trouble.edit, trouble.current),
    giveIn: () => setTrouble(undefined),
  }
}
