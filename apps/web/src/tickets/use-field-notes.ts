import type { Ticket, UserId } from '@livedesk/events'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWebSocket } from '../server/use-web-socket.ts'
import { useAnnounce } from '../ui/announce.ts'
import { useDirectory } from '../ui/directory.ts'
import { useNow } from '../ui/use-now.ts'
import { type FieldNotes, noteChange, withoutNote } from './field-notes.ts'
import { editedFields, type EditedField } from './merge-edit.ts'
import { useFieldWords } from './use-field-words.ts'

/** How long a note stands, in milliseconds, if nobody puts it away. */
const patience = 90_000

/** What others change of a ticket while it is open here: noted for a while, and said to screen readers. */
export const useFieldNotes = ({ id }: Ticket) => {
  const { t } = useTranslation('tickets')
  const { me, person } = useDirectory()
  const { changeWords } = useFieldWords()
  const announce = useAnnounce()
  const [notes, setNotes] = useState<FieldNotes>({})
  const now = useNow()

  const nameOf = (userId: UserId) => person(userId)?.name ?? t('someone')
  const hear = (change: Parameters<typeof noteChange>[1]) => {
    if (change.ticket_id !== id) return
    const after = noteChange(notes, change, me.id, Date.now())
    setNotes((known) => noteChange(known, change, me.id, Date.now()))
    const said = editedFields(change.before).flatMap((field) => {
      const note = after[field]
      return note ? [changeWords(field, note, nameOf(note.by))] : []
    })
    if (said.length > 0) announce(said.join(' '))
  }
  useWebSocket({ ticket_changed: hear, ticket_status_changed: hear })

  const noteOf = (field: EditedField) => {
    const note = notes[field]
    return note && now - note.at < patience ? note : undefined
  }
  return { noteOf, dismiss: (field: EditedField) => setNotes((known) => withoutNote(known, field)) }
}

export type NotedFields = ReturnType<typeof useFieldNotes>
