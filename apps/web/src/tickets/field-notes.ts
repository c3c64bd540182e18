import type { DurableEvent, Ticket, UserId } from '@livedesk/events'
import { beforeChange } from '@livedesk/queue'
import { type Edit, type EditedField, editedFields, mergeTags } from './merge-edit.ts'

/** What someone else made of a field while it was looked at: the ticket before their change and after it. */
export type FieldNote = { readonly by: UserId; readonly before: Ticket; readonly after: Ticket; readonly at: number }
export type FieldNotes = { readonly [F in EditedField]?: FieldNote }

type Change = Extract<DurableEvent, { type: 'ticket_changed' | 'ticket_status_changed' }>

/** The notes after one more change. What one changed oneself needs none, and settles what was noted there. */
export const noteChange = (notes: FieldNotes, change: Change, me: UserId, at: number): FieldNotes => {
  const { ticket: after, changed_by: by } = change
  const note = { by, before: beforeChange(after, change.before), after, at }
  return editedFields(change.before).reduce<FieldNotes>(
    (known, field) => ({ ...known, [field]: by === me ? undefined : note }),
    notes,
  )
}

/** The notes without one. */
export const withoutNote = (notes: FieldNotes, field: EditedField): FieldNotes => ({ ...notes, [field]: undefined })

/** What takes a change of a field back, and leaves what came after it: of tags, only those that it added or took away. */
export const undoOf = (field: EditedField, { before, after }: FieldNote, current: Ticket): Edit => {
  switch (field) {
    case 'title':
      return { title: before.title }
    case 'status':
      return { status: before.status }
    case 'priority':
      return { priority: before.priority }
    case 'assigned_to':
      return { assigned_to: before.assigned_to }
    case 'team_id':
      return { team_id: before.team_id }
    case 'tags':
      return { tags: mergeTags(after.tags, before.tags, current.tags) }
  }
}
