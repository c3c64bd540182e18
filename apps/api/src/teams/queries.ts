import type { Team, TeamId, UserId } from '@livedesk/events'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../db/schema.ts'
import type { Tx } from '../live/outbox.ts'

const selectTeams = (db: Kysely<Database>) =>
  db.selectFrom('teams').select((row) => [
    'teams.id',
    'teams.name',
    'teams.version',
    row
      .selectFrom('team_members')
      .select(sql<UserId[]>`coalesce(json_agg(user_id order by user_id), '[]')`.as('ids'))
      .whereRef('team_members.team_id', '=', 'teams.id')
      .$asScalar()
      .$notNull()
      .as('member_ids'),
  ])

/** Every team with its members, by name. */
export const listTeams = (db: Kysely<Database>): Promise<Team[]> =>
  selectTeams(db)
    .orderBy(sql`lower(name collate pg_unicode_fast)`)
    .orderBy('id')
    .execute()

/** One team, held until the transaction ends. */
export const lockTeam = (tx: Tx, teamId: TeamId): Promise<Team | undefined> =>
  selectTeams(tx).where('teams.id', '=', teamId).forNoKeyUpdate('teams').executeTakeFirst()

/** Makes a team, or gives undefined when there is one of that name. */
export const addTeam = async (tx: Tx, name: string) => {
  const made = await tx
    .insertInto('teams')
    .values({ name })
    .onConflict((conflict) => conflict.expression(sql`lower(name collate pg_unicode_fast)`).doNothing())
    .returning('id')
    .executeTakeFirst()
  return made?.id
}

/** Whether another team has a name. */
export const isNameTaken = async (tx: Tx, name: string, by: TeamId) => {
  const other = await tx
    .selectFrom('teams')
    .select('id')
    .where(sql`lower(name collate pg_unicode_fast)`, '=', sql<string>`lower(${name}::text collate pg_unicode_fast)`)
    .where('id', '<>', by)
    .executeTakeFirst()
  return other !== undefined
}

/** Gives a team that is held its name and its next version. */
export const renameTeam = (tx: Tx, teamId: TeamId, name: string) =>
  tx
    .updateTable('teams')
    .set({ name, version: sql`version + 1` })
    .where('id', '=', teamId)
    .execute()

/** Makes these people the members of a team, and nobody else. */
export const setMembers = async (tx: Tx, teamId: TeamId, memberIds: readonly UserId[]) => {
  const all = tx.deleteFrom('team_members').where('team_id', '=', teamId)
  await (memberIds.length > 0 ? all.where('user_id', 'not in', memberIds) : all).execute()
  if (memberIds.length === 0) return
  await tx
    .insertInto('team_members')
    .values(memberIds.map((user_id) => ({ team_id: teamId, user_id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Which of these people are not at the desk. */
export const strangersAmong = async (tx: Tx, userIds: readonly UserId[]) => {
  if (userIds.length === 0) return []
  const known = await tx.selectFrom('users').select('id').where('id', 'in', userIds).execute()
  return userIds.filter((id) => !known.some((user) => user.id === id))
}
