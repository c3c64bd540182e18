import type { User } from '@livedesk/events'
import type { UserList } from '@livedesk/resources'
import type { Appliers } from '../server/appliers.ts'
import { irrelevant } from '../server/irrelevant.ts'
import { findRow, putRow } from '../server/rows.ts'

/** The order that people are kept in, as far as one order can serve every language. */
export const byName = (a: User, b: User) => compareText(a.name.toLowerCase(), b.name.toLowerCase()) || a.id - b.id

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const put = (list: UserList, { user }: { readonly user: User }) => {
  const known = findRow(list.items, user.id)
  if (!known || user.version > known.version) putRow(list, user, byName)
}

export const usersAppliers: Appliers<UserList, void> = {
  ...irrelevant.tickets,
  ...irrelevant.chats,
  ...irrelevant.notifications,
  ...irrelevant.teams,
  ...irrelevant.canned,
  ...irrelevant.savedViews,
  user_created: put,
  user_changed: put,
}
