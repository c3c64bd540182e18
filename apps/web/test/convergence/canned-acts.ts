import { type CannedReply, CannedReplyId, type UserId } from '@livedesk/events'
import type { Desk } from './desk.ts'

type Fields = { readonly name: string; readonly shared: boolean }

/** Keeps a canned reply, changes one (`before`), or, without fields, forgets it. */
export const can = (
  desk: Desk,
  by: UserId,
  before: CannedReply | undefined,
  fields: Fields | undefined,
  at: string,
) => {
  if (!fields && !before) return
  const canned_reply_id = before?.id ?? CannedReplyId.parse(desk.nextId())
  const version = (before?.version ?? 0) + 1
  const after: CannedReply | undefined = fields && {
    id: canned_reply_id,
    name: fields.name,
    body: 'Hello.',
    changes: {},
    owner_id: fields.shared ? null : by,
    version,
    updated_at: at,
  }
  if (after) desk.canned.set(canned_reply_id, after)
  else desk.canned.delete(canned_reply_id)

  const said = { canned_reply_id, version }
  const isOrWas = (shared: boolean) => [before, after].some((one) => one && (one.owner_id === null) === shared)
  const shown = (shared: boolean) => (after && (after.owner_id === null) === shared ? after : null)
  const row = [`canned ${canned_reply_id}`]
  if (isOrWas(false))
    desk.say({ user: by }, { type: 'own_canned_reply_changed', ...said, canned_reply: shown(false) }, row)
  if (isOrWas(true)) desk.say('agents', { type: 'canned_reply_changed', ...said, canned_reply: shown(true) }, row)
}
