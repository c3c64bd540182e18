import type { CannedReply, EventOf } from '@livedesk/events'
import type { CannedReplyList } from '@livedesk/resources'
import type { Appliers } from '../server/appliers.ts'
import { irrelevant } from '../server/irrelevant.ts'
import { findRow, putRow, removeRow } from '../server/rows.ts'

/** The order that canned replies are kept in, as far as one order can serve every language. */
export const byName = (a: CannedReply, b: CannedReply) =>
  compareText(a.name.toLowerCase(), b.name.toLowerCase()) || a.id - b.id

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

type Change = EventOf<'canned_reply_changed' | 'own_canned_reply_changed'>

// Whoever shares what was their own hears both: that it is theirs no more, and that it is the desk's.
const put = (list: CannedReplyList, { canned_reply_id, version, canned_reply }: Change) => {
  const known = findRow(list.items, canned_reply_id)
  if (known && known.version >= version) return
  if (canned_reply) putRow(list, canned_reply, byName)
  else removeRow(list, canned_reply_id)
}

export const cannedAppliers: Appliers<CannedReplyList, void> = {
  ...irrelevant.tickets,
  ...irrelevant.chats,
  ...irrelevant.notifications,
  ...irrelevant.people,
  ...irrelevant.teams,
  ...irrelevant.savedViews,
  canned_reply_changed: put,
  own_canned_reply_changed: put,
}
