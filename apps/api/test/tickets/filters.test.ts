import { Team } from '@livedesk/events'
import { dayAt } from '@livedesk/queue'
import { RequesterList, TicketPage } from '@livedesk/resources'
import { expect, test } from 'vitest'
import { openDesk, recorder } from '../desk.ts'

test('a list is narrowed by team, requester and when, over HTTP as in the tab', async () => {
  await using desk = await openDesk({ events: recorder() })
  const anna = await desk.admin('Anna')
  const team = await anna.do('/teams', { name: 'Hardware' }, Team)
  const printer = await desk.ticket({ team_id: team.id })
  const invoice = await desk.ticket({ requester: { name: 'Ivan Petrov', email: 'ivan@example.com' } })
  const ids = async (query: string) =>
    (await anna.read(`/tickets?${query}`, TicketPage)).items.map(({ id }) => id).toSorted((a, b) => a - b)
  const today = dayAt(Date.parse(printer.created_at), 'Europe/Moscow')

  expect(await ids(`team=${team.id}`)).toEqual([printer.id])
  expect(await ids('team=none')).toEqual([invoice.id])
  expect(await ids(`team=none,${team.id}`)).toEqual([printer.id, invoice.id])
  expect(await ids(`requester=${invoice.requester.id}`)).toEqual([invoice.id])
  expect(await ids('created=last-2d&zone=Europe/Moscow')).toEqual([printer.id, invoice.id])
  expect(await ids('updated=before-2d')).toEqual([])
  expect(await ids(`created=..${today}&updated=${today}..&zone=Europe/Moscow`)).toEqual([printer.id, invoice.id])
  expect(await ids(`created=${printer.created_at}..${invoice.created_at}`)).toEqual([printer.id])
  expect(await ids(`created=${invoice.created_at}..`)).toEqual([invoice.id])
})

test.for([
  ['created', 'yesterday'],
  ['created', '..'],
  ['updated', '2026-11-02..2026-11-01'],
  ['zone', 'Mars/Base'],
  ['team', 'everyone'],
  ['requester', '0'],
])('a filter that means nothing is refused with a word about it: %s=%s', async ([field, value]) => {
  await using desk = await openDesk({ events: recorder() })
  const anna = await desk.agent('Anna')

  expect(await anna.get(`/tickets?${field}=${value}`)).toMatchObject({
    status: 400,
    body: { detail: expect.stringContaining(field ?? '') },
  })
})

test('requesters are found by parts of their names and addresses, in any case, and by their ids', async () => {
  await using desk = await openDesk({ events: recorder() })
  const anna = await desk.agent('Anna')
  const { requester: ivan } = await desk.ticket({ requester: { name: 'Иван Петров', email: 'ivan_p@example.com' } })
  const { requester: rosa } = await desk.ticket()
  const found = async (query: string) => (await anna.read(`/requesters?${query}`, RequesterList)).items

  expect(await found('q=петров%20IVAN_')).toEqual([ivan])
  expect(await found('q=ivanXp')).toEqual([])
  expect(await found('q=%25')).toEqual([])
  expect(await found('')).toEqual([rosa, ivan])
  expect(await found('limit=1')).toEqual([rosa])
  expect(await found(`id=${rosa.id},999`)).toEqual([rosa])
})
