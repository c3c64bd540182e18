import type { Session } from '@livedesk/resources'
import type { Appliers } from '../server/appliers.ts'
import { irrelevant } from '../server/irrelevant.ts'

export const sessionAppliers: Appliers<Session, void> = {
  ...irrelevant.tickets,
  ...irrelevant.chats,
  ...irrelevant.notifications,
  ...irrelevant.teams,
  ...irrelevant.canned,
  ...irrelevant.savedViews,
  user_created: 'irrelevant',
  user_changed: (session, { user }) => {
    if (user.id === session.user.id && user.version > session.user.version) session.user = user
  },
}
