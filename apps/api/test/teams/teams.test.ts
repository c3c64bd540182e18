import { Team, Ticket } from '@livedesk/events'
import { TeamList, TicketActivityPage } from '@livedesk/resources'
import { expect, test } from 'vitest'
import { openDesk, recorder } from '../desk.ts'

const openTeams = async () => {
  const desk = await openDesk({ events: recorder() })
  const [anna, boris] = [await desk.admin('Anna'), await desk.agent('Boris')]
  const team = await anna.do('/teams', { name: 'Hardware', member_ids: [anna.id] }, Team)
  return { desk, anna, boris, team, [Symbol.asyncDispose]: () => desk[Symbol.asyncDispose]() }
}

test('an admin makes a team, renames it and says who is in it, and the desk hears of each', async () => {
  await using at = await openTeams()
  const { desk, anna, boris, team } = at

  const renamed = Team.parse((await anna.patch(`/teams/${team.id}`, { version: 1, name: 'Machines' })).body)
  const joined = Team.parse(
    (await anna.patch(`/teams/${team.id}`, { version: 2, member_ids: [boris.id, anna.id, boris.id] })).body,
  )
  const left = Team.parse((await anna.patch(`/teams/${team.id}`, { version: 3, member_ids: [boris.id] })).body)

  expect([team, renamed, joined, left]).toEqual([
    { id: team.id, name: 'Hardware', member_ids: [anna.id], version: 1 },
    { id: team.id, name: 'Machines', member_ids: [anna.id], version: 2 },
    { id: team.id, name: 'Machines', member_ids: [anna.id, boris.id], version: 3 },
    { id: team.id, name: 'Machines', member_ids: [boris.id], version: 4 },
  ])
  expect(desk.events?.sentToAgents()).toEqual([
    { type: 'team_created', team },
    ...[renamed, joined, left].map((changed) => ({ type: 'team_changed', team: changed })),
  ])
  expect((await boris.read('/teams', TeamList)).items).toEqual([left])
})

test('what is so already of a team changes nothing, and is not told', async () => {
  await using at = await openTeams()
  const { desk, anna, team } = at

  expect(await anna.patch(`/teams/${team.id}`, { version: 1, name: 'Hardware', member_ids: [anna.id] })).toMatchObject({
    status: 200,
    body: team,
  })
  expect(desk.events?.sentToAgents()).toHaveLength(1)
})

test('only admins look after teams, and everyone sees them', async () => {
  await using at = await openTeams()
  const { boris, team } = at

  expect(await boris.post('/teams', { name: 'Mine' })).toMatchObject({ status: 403 })
  expect(await boris.patch(`/teams/${team.id}`, { version: 1, name: 'Mine' })).toMatchObject({ status: 403 })
  expect((await boris.read('/teams', TeamList)).items).toEqual([team])
})

test('two teams have two names, however they are written', async () => {
  await using at = await openTeams()
  const { anna } = at
  const other = await anna.do('/teams', { name: 'Billing' }, Team)

  expect(await anna.post('/teams', { name: 'HARDWARE' })).toMatchObject({ status: 409 })
  expect(await anna.patch(`/teams/${other.id}`, { version: 1, name: 'hardware' })).toMatchObject({ status: 409 })
})

test('a change of a team names the version it knows, people who are here and a team that there is', async () => {
  await using at = await openTeams()
  const { anna, team } = at

  expect(await anna.patch(`/teams/${team.id}`, { version: 7, name: 'Late' })).toMatchObject({ status: 409 })
  expect(await anna.patch(`/teams/${team.id}`, { version: 1, member_ids: [999] })).toMatchObject({
    status: 400,
    body: { errors: { member_ids: expect.any(String) } },
  })
  expect(await anna.patch('/teams/999', { version: 1, name: 'Nobody' })).toMatchObject({ status: 404 })
})

test('a ticket is given to a team, which is told with all of it and kept in its history', async () => {
  await using at = await openTeams()
  const { desk, boris, team } = at
  const ticket = await desk.ticket()

  const given = Ticket.parse((await boris.patch(`/tickets/${ticket.id}`, { version: 1, team_id: team.id })).body)

  expect(given).toMatchObject({ team_id: team.id, version: 2 })
  expect(desk.events).toHaveSentToAgents({
    type: 'ticket_changed',
    ticket_id: ticket.id,
    changed_by: boris.id,
    version: 2,
    ticket: given,
    before: { team_id: null, updated_at: ticket.updated_at },
  })
  expect((await boris.read(`/tickets/${ticket.id}/activity`, TicketActivityPage)).items.at(-1)).toMatchObject({
    what: 'team_id',
    before: null,
    after: team.id,
  })
})

test('a ticket may be opened for a team, and belongs to none that there is not', async () => {
  await using at = await openTeams()
  const { desk, boris, team } = at

  const ticket = await desk.ticket({ team_id: team.id })

  expect(ticket.team_id).toBe(team.id)
  expect(await boris.patch(`/tickets/${ticket.id}`, { version: 1, team_id: 999 })).toMatchObject({
    status: 400,
    body: { errors: { team_id: expect.any(String) } },
  })
})
