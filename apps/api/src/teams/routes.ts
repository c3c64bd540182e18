import { Team, TeamId, type UserId } from '@livedesk/events'
import { CreateTeam, PatchTeam, TeamList } from '@livedesk/resources'
import { z } from 'zod'
import type { Db } from '../db/pool.ts'
import { idFrom } from '../http/parse.ts'
import { adminPatch, adminPost, created, get, ok } from '../http/route.ts'
import { sendToAgents, type Tx } from '../live/outbox.ts'
import type { Transact } from '../live/transact.ts'
import { Problem } from '../problem.ts'
import { addTeam, isNameTaken, listTeams, lockTeam, renameTeam, setMembers, strangersAmong } from './queries.ts'

const TeamAddress = z.object({ teamId: idFrom(TeamId) })

/** The teams of the desk, and what admins do about them. */
export const teamRoutes = ({ db, tx }: { readonly db: Db; readonly tx: Transact }) => [
  get('/teams', { summary: 'The teams of the desk, by name', answers: { 200: TeamList } }, async () =>
    ok({ items: await listTeams(db) }),
  ),

  adminPost(
    '/teams',
    {
      summary: 'Make a team',
      body: CreateTeam,
      answers: { 201: Team },
      problems: ['conflict'],
      says: ['team_created'],
    },
    async ({ body: { name, member_ids } }) => {
      const team = await tx(async (tx) => {
        await requirePeople(tx, member_ids)
        const id = await addTeam(tx, name)
        if (!id) throw nameTaken(name)
        await setMembers(tx, id, member_ids)
        const made = await holdTeam(tx, id)
        sendToAgents(tx, { type: 'team_created', team: made })
        return made
      })
      return created(team)
    },
  ),

  adminPatch(
    '/teams/:teamId',
    {
      summary: 'Rename a team, or say who is in it',
      params: TeamAddress,
      body: PatchTeam,
      answers: { 200: Team },
      problems: ['not_found', 'conflict'],
      says: ['team_changed'],
    },
    async ({ params, body: { version, name, member_ids } }) => {
      const team = await tx(async (tx) => {
        const before = await holdTeam(tx, params.teamId)
        if (before.version !== version)
          throw new Problem('conflict', `${before.name} was changed meanwhile: look again, then change.`)
        const wanted = { name: name ?? before.name, member_ids: member_ids ?? before.member_ids }
        if (wanted.name === before.name && isSameSet(wanted.member_ids, before.member_ids)) return before

        await requirePeople(tx, wanted.member_ids)
        if (await isNameTaken(tx, wanted.name, before.id)) throw nameTaken(wanted.name)
        await renameTeam(tx, before.id, wanted.name)
        await setMembers(tx, before.id, wanted.member_ids)
        const after = await holdTeam(tx, before.id)
        sendToAgents(tx, { type: 'team_changed', team: after })
        return after
      })
      return ok(team)
    },
  ),
]

const holdTeam = async (tx: Tx, teamId: TeamId) => {
  const team = await lockTeam(tx, teamId)
  if (!team) throw new Problem('not_found', `There is no team ${teamId}.`)
  return team
}

const nameTaken = (name: string) => new Problem('conflict', `There is a team called ${name} already.`)

const requirePeople = async (tx: Tx, userIds: readonly UserId[]) => {
  const [stranger] = await strangersAmong(tx, userIds)
  if (stranger === undefined) return
  throw new Problem('bad_request', `Nobody with the id ${stranger} is at this desk.`, {
    errors: { member_ids: 'Choose people who are at this desk.' },
  })
}

const isSameSet = (one: readonly UserId[], other: readonly UserId[]) =>
  one.every((id) => other.includes(id)) && other.every((id) => one.includes(id))
