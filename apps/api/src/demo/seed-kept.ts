import type { Moment } from '@livedesk/events'
import type { Transaction } from 'kysely'
import type { Database } from '../db/schema.ts'
import { keptQuery } from '../tickets/saved-query.ts'
import { demoCanned, demoViews } from './kept.ts'
import type { Crew } from './people.ts'
import { known, type Teams } from './seed-tickets.ts'

type Tx = Transaction<Database>
type Parts = { readonly crew: Crew; readonly teams: Teams; readonly at: Moment }

/** Writes what people keep because they use it often: canned replies, macros and saved views, the desk's and their own. */
export const seedKept = async (tx: Tx, { crew, teams, at }: Parts) => {
  const teamOf = (name: string) => known(teams.find((team) => team.name === name)).id
  await tx
    .insertInto('canned_replies')
    .values(
      demoCanned.map(({ name, body, changes, to, owner }) => ({
        name,
        body,
        changes: { ...changes, ...(to !== undefined && { team_id: teamOf(to) }) },
        owner_id: owner ? crew[owner] : null,
        updated_at: at,
      })),
    )
    .execute()
  await tx
    .insertInto('saved_views')
    .values(
      demoViews.map(({ name, query, team, owner, shared }, place) => ({
        name,
        query: keptQuery(team === undefined ? query : `${query}&team=${teamOf(team)}`, crew[owner]),
        owner_id: crew[owner],
        shared,
        position: (place + 1) * 1024,
        created_at: at,
      })),
    )
    .execute()
}
