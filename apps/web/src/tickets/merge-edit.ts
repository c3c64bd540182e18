import { TeamId, Ticket } from '@livedesk/events'
import { isSame } from '@livedesk/queue'
import { z } from 'zod'

/** New values of a ticket's fields. */
export const Edit = z.object({
  title: Ticket.shape.title.exactOptional(),
  status: Ticket.shape.status.exactOptional(),
  priority: Ticket.shape.priority.exactOptional(),
  assigned_to: Ticket.shape.assigned_to.exactOptional(),
  team_id: TeamId.nullable().exactOptional(),
  tags: Ticket.shape.tags.exactOptional(),
})
export type Edit = z.output<typeof Edit>
export type EditedField = keyof Edit

export type Merge =
  /** Nobody touched what the edit touches, or wants the same: send it again on top of what is there now. */
  | { readonly kind: 'again'; readonly edit: Edit }
  /** What was wanted is what is there already. */
  | { readonly kind: 'done' }
  /** Someone gave these fields another value meanwhile: the person decides. */
  | { readonly kind: 'conflict'; readonly edit: Edit; readonly fields: readonly EditedField[] }

/**
 * What becomes of an edit that was made on `seen` when the ticket is `current` by now. Different fields both survive;
 * tags merge as sets; a field that two people gave different values is a conflict.
 */
export const mergeEdit = (seen: Ticket, edit: Edit, current: Ticket): Merge => {
  const wanted: Edit = edit.tags ? { ...edit, tags: mergeTags(seen.tags, edit.tags, current.tags) } : edit
  const fields = editedFields(wanted).filter((field) => !isAs(current, field, wanted[field]))
  if (fields.length === 0) return { kind: 'done' }
  const disputed = fields.filter((field) => field !== 'tags' && !isSame(field, seen[field], current[field]))
  return disputed.length > 0 ? { kind: 'conflict', edit: wanted, fields: disputed } : { kind: 'again', edit: wanted }
}

/** The current tags, with what this person added and without what they took away. */
export const mergeTags = (seen: readonly string[], wanted: readonly string[], current: readonly string[]) => {
  const added = wanted.filter((tag) => !seen.includes(tag) && !current.includes(tag))
  const removed = seen.filter((tag) => !wanted.includes(tag))
  return [...current.filter((tag) => !removed.includes(tag)), ...added]
}

const allFields = Edit.keyof().options

/** The fields that an edit touches, or that a change has replaced. */
export const editedFields = (edit: { readonly [F in EditedField]?: unknown }) =>
  allFields.filter((field) => edit[field] !== undefined)

const isAs = <F extends EditedField>(ticket: Ticket, field: F, value: Ticket[F] | undefined) =>
  value !== undefined && isSame(field, ticket[field], value)
