import type { Team } from '@livedesk/events'
import type { TeamList } from '@livedesk/resources'
import type { Appliers } from '../server/appliers.ts'
import { irrelevant } from '../server/irrelevant.ts'
import { findRow, putRow } from '../server/rows.ts'

/** The order that teams are kept in, as far as one order can serve every language. */
export const byName = (a: Team, b: Team) => compareText(a.name.toLowerCase(), b.name.toLowerCase()) || a.id - b.id

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const put = (list: TeamList, { team }: { readonly team: Team }) => {
  const known = findRow(list.items, team.id)
  if (!known || team.version > known.version) putRow(list, team, byName)
}

export const teamsAppliers: Appliers<TeamList, void> = {
  ...irrelevant.tickets,
  ...irrelevant.chats,
  ...irrelevant.notifications,
  ...irrelevant.people,
  ...irrelevant.canned,
  ...irrelevant.savedViews,
  team_created: put,
  team_changed: put,
}
