import { Ticket, type TicketLinkKind } from '@livedesk/events'
import { TicketActivityPage } from '@livedesk/resources'
import { expect, test } from 'vitest'
import { openDesk, recorder } from '../desk.ts'
import type { Person } from '../person.ts'

const link = (person: Person, ticket: Ticket, kind: TicketLinkKind, other: Ticket) =>
  person.do(`/tickets/${ticket.id}/links`, { kind, ticket_id: other.id }, Ticket)

const linksOf = async (person: Person, { id }: Ticket) => (await person.read(`/tickets/${id}`, Ticket)).links

test('a link is said by both tickets, each from its own side, and taken back from both', async () => {
  const events = recorder()
  await using desk = await openDesk({ events })
  const anna = await desk.agent('Anna')
  const [order, delivery] = [await desk.ticket(), await desk.ticket()]

  const linked = await link(anna, order, 'blocks', delivery)
  expect(linked.links).toEqual([{ kind: 'blocks', ticket_id: delivery.id }])
  expect(await linksOf(anna, delivery)).toEqual([{ kind: 'blocked_by', ticket_id: order.id }])
  expect(events.sentToAgents().slice(-2)).toMatchObject([
    {
      type: 'ticket_changed',
      ticket_id: order.id,
      before: { links: [] },
      activity: [{ what: 'link', before: null, after: { kind: 'blocks', ticket_id: delivery.id } }],
    },
    { type: 'ticket_changed', ticket_id: delivery.id, ticket: { links: [{ kind: 'blocked_by' }] } },
  ])

  await link(anna, delivery, 'duplicate_of', order)
  expect(await linksOf(anna, order)).toEqual([{ kind: 'duplicated_by', ticket_id: delivery.id }])
  await anna.delete(`/tickets/${order.id}/links/${delivery.id}`)
  expect([await linksOf(anna, order), await linksOf(anna, delivery)]).toEqual([[], []])
  const { items } = await anna.read(`/tickets/${order.id}/activity?sort=-id&limit=2`, TicketActivityPage)
  expect(items).toMatchObject([
    { what: 'link', before: { kind: 'duplicated_by' }, after: null },
    { what: 'link', before: { kind: 'blocks' }, after: { kind: 'duplicated_by' } },
  ])
})

test('whoever links what at the same time, both sides of every link agree', async () => {
  await using desk = await openDesk({ events: recorder() })
  const [anna, boris] = [await desk.agent('Anna'), await desk.agent('Boris')]
  const tickets = [await desk.ticket(), await desk.ticket(), await desk.ticket()]
  const pairs = tickets.flatMap((one) => tickets.filter((other) => other !== one).map((other) => [one, other] as const))

  await Promise.all(
    pairs.flatMap(([one, other]) => [
      link(anna, one, 'blocks', other),
      boris.delete(`/tickets/${one.id}/links/${other.id}`),
      link(boris, one, 'duplicate_of', other),
    ]),
  )

  for (const [one, other] of pairs) {
    const kindIn = async (ticket: Ticket, to: Ticket) =>
      (await linksOf(anna, ticket)).find(({ ticket_id }) => ticket_id === to.id)?.kind
    const sides = [await kindIn(one, other), await kindIn(other, one)]
    expect([
      ['blocks', 'blocked_by'],
      ['blocked_by', 'blocks'],
      ['duplicate_of', 'duplicated_by'],
      ['duplicated_by', 'duplicate_of'],
      [undefined, undefined],
    ]).toContainEqual(sides)
  }
})

test('a ticket is linked to another that there is', async () => {
  await using desk = await openDesk({ events: recorder() })
  const anna = await desk.agent('Anna')
  const { id } = await desk.ticket()

  for (const ticket_id of [id, 999])
    expect(await anna.post(`/tickets/${id}/links`, { kind: 'related', ticket_id })).toMatchObject({
      status: 400,
      body: { errors: { ticket_id: expect.any(String) } },
    })
})
