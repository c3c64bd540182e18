import type { Ticket } from '@livedesk/events'
import { isSame } from '@livedesk/queue'
import { type Edit, editedFields, mergeTags } from './merge-edit.ts'
import { started } from './ticket-forecasts.ts'

/**
 * The edit that takes another one back: it was made on `seen`, and `after` is what the desk answered. Only what it really
 * changed: tags that others brought meanwhile stay, and so does what they made of another field. Undefined if it changed
 * nothing.
 */
export const inverseEdit = (seen: Ticket, edit: Edit, after: Ticket): Edit | undefined => {
  const wanted = started(seen, edit)
  const inverse: Edit = {
    ...(took(wanted.title, seen.title, after.title) && { title: seen.title }),
    ...(took(wanted.status, seen.status, after.status) && { status: seen.status }),
    ...(took(wanted.priority, seen.priority, after.priority) && { priority: seen.priority }),
    ...(took(wanted.assigned_to, seen.assigned_to, after.assigned_to) && { assigned_to: seen.assigned_to }),
    ...(took(wanted.team_id, seen.team_id, after.team_id) && { team_id: seen.team_id }),
    ...(wanted.tags &&
      !isSame('tags', wanted.tags, seen.tags) && { tags: mergeTags(wanted.tags, seen.tags, after.tags) }),
  }
  return editedFields(inverse).length > 0 ? inverse : undefined
}

const took = <T>(wanted: T | undefined, before: T, after: T) =>
  wanted !== undefined && wanted !== before && wanted === after
