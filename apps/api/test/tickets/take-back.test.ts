import { Ticket, type TicketMessage } from '@livedesk/events'
import {
  NotificationPage,
  PostedTicketMessage,
  TicketActivityPage,
  TicketDraftList,
  TicketMessagePage,
  ViewCounts,
} from '@livedesk/resources'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { uploaded } from '../attachments/files.ts'
import { openDesk, recorder } from '../desk.ts'

const addressOf = ({ ticket_id, id }: Pick<TicketMessage, 'ticket_id' | 'id'>) => `/tickets/${ticket_id}/messages/${id}`
const key = (value: string) => ({ headers: { 'Idempotency-Key': value } })

test('what was sent is taken back with all that it did, and its words and files are a draft again', async () => {
  await using desk = await openDesk({ events: recorder() })
  const [anna, boris] = [await desk.agent('Anna'), await desk.agent('Boris')]
  const before = await desk.ticket({ assigned_to: boris.id, tags: ['printer'] })
  const log = await uploaded(desk, anna, 'printer.log', 'feed: reversed')
  const told = await boris.read('/notifications', NotificationPage)
  const changes = { status: 'resolved', assigned_to: 'me', add_tags: ['done'], remove_tags: ['printer'] }
  const said = { body: 'It is out.', attachment_ids: [log.id], changes }
  const { message } = await anna.do(`/tickets/${before.id}/messages`, said, PostedTicketMessage)
  expect((await boris.read('/notifications', NotificationPage)).unread_count).toBe(told.unread_count + 2)

  const answer = await anna.delete(addressOf(message))

  const { ticket } = PostedTicketMessage.parse(answer.body)
  expect(answer).toMatchObject({ status: 200, body: { message } })
  expect(ticket).toEqual({ ...before, version: 4, updated_at: ticket.updated_at })
  expect(await anna.read(`/tickets/${before.id}`, Ticket)).toEqual(ticket)
  expect((await anna.read(`/tickets/${before.id}/messages`, TicketMessagePage)).items).toHaveLength(1)
  expect((await anna.read('/views', ViewCounts)).counts).toMatchObject({ open: 1, resolved: 0 })
  expect(await boris.read('/notifications', NotificationPage)).toEqual(told)
  expect(await anna.read('/drafts', TicketDraftList)).toMatchObject({
    items: [{ ticket_id: before.id, kind: 'reply', body: 'It is out.' }],
  })
  expect(desk.events).toHaveSentToAgents({
    type: 'ticket_message_taken_back',
    ticket_id: before.id,
    message_id: message.id,
    taken_back_by: anna.id,
    version: 4,
    ticket,
    before: expect.objectContaining({ status: 'resolved', assigned_to: anna.id, tags: ['done'] }),
    activity: expect.any(Array),
  })
  // The file waits for a message again, and goes with the next.
  const again = await anna.do(`/tickets/${before.id}/messages`, said, PostedTicketMessage)
  expect(again.message.attachments).toEqual([log])
})

test('only its author takes a message back, once, and only for a moment', async () => {
  await using desk = await openDesk({ events: recorder() })
  const [anna, boris] = [await desk.agent('Anna'), await desk.agent('Boris')]
  const ticket = await desk.ticket()
  const post = (body: object) => anna.do(`/tickets/${ticket.id}/messages`, body, PostedTicketMessage)
  const { message } = await post({ body: 'On it.' })
  const { message: answered } = await post({ body: 'It burns still.', from: 'requester' })
  const { message: old } = await post({ kind: 'note', body: 'Mind the stairs.' })
  await sql`update ticket_messages set created_at = now() - interval '31 seconds' where id = ${old.id}`.execute(desk.db)

  expect(await boris.delete(addressOf(message))).toMatchObject({ status: 403 })
  expect(await anna.delete(addressOf(answered))).toMatchObject({ status: 403 })
  expect(await anna.delete(addressOf(old))).toMatchObject({ status: 409, body: { ticket: { message_count: 4 } } })
  expect(await anna.delete(addressOf({ ...message, ticket_id: answered.ticket_id }))).toMatchObject({ status: 200 })
  expect(await anna.delete(addressOf(message))).toMatchObject({ status: 404 })
  expect(await anna.read('/drafts', TicketDraftList)).toMatchObject({ items: [{ body: 'On it.' }] })
})

test('what others changed since stays, and so does what was written since', async () => {
  await using desk = await openDesk({ events: recorder() })
  const [anna, boris] = [await desk.agent('Anna'), await desk.agent('Boris')]
  const { id } = await desk.ticket({ tags: ['printer'] })
  const said = { body: 'It is out.', changes: { status: 'resolved', priority: 'low', add_tags: ['done'] } }
  const { message, ticket } = await anna.do(`/tickets/${id}/messages`, said, PostedTicketMessage)
  await boris.patch(`/tickets/${id}`, { version: ticket.version, status: 'waiting', tags: ['done', 'fire', 'printer'] })
  const begun = { body: 'By the way', version: null }
  expect(await anna.send('PUT', `/tickets/${id}/drafts/reply`, begun)).toMatchObject({ status: 200 })

  await anna.delete(addressOf(message))

  expect(await anna.read(`/tickets/${id}`, Ticket)).toMatchObject({
    status: 'waiting',
    priority: 'normal',
    tags: ['fire', 'printer'],
  })
  expect(await anna.read('/drafts', TicketDraftList)).toMatchObject({ items: [{ body: 'It is out.\nBy the way' }] })
})

test('what others have taken back already is not told again', async () => {
  await using desk = await openDesk({ events: recorder() })
  const [anna, boris] = [await desk.agent('Anna'), await desk.agent('Boris')]
  const { id } = await desk.ticket({ tags: ['printer'] })
  const said = { body: 'It is out.', changes: { add_tags: ['done'] } }
  const { message, ticket } = await anna.do(`/tickets/${id}/messages`, said, PostedTicketMessage)
  await boris.patch(`/tickets/${id}`, { version: ticket.version, tags: ['printer'] })
  const { items: told } = await anna.read(`/tickets/${id}/activity`, TicketActivityPage)

  await anna.delete(addressOf(message))

  expect((await anna.read(`/tickets/${id}`, Ticket)).tags).toEqual(['printer'])
  expect((await anna.read(`/tickets/${id}/activity`, TicketActivityPage)).items).toEqual(told)
})

test('a retry of what was taken back is answered as it was, and says nothing again', async () => {
  await using desk = await openDesk({ events: recorder() })
  const anna = await desk.agent('Anna')
  const { id } = await desk.ticket()
  const post = () => anna.do(`/tickets/${id}/messages`, { body: 'On it.' }, PostedTicketMessage, key('k1'))
  const first = await post()
  await anna.delete(addressOf(first.message))

  expect(await post()).toEqual(first)

  expect(await anna.read(`/tickets/${id}`, Ticket)).toMatchObject({ message_count: 1 })
})

const races = 150
const race = fc.record({
  /** How long before its last moment the message is taken back, in milliseconds. */
  left: fc.constantFrom(-5, 0, 2, 5, 10, 20_000),
  takers: fc.array(fc.nat(1), { minLength: 1, maxLength: 3 }),
  others: fc.array(fc.constantFrom('reply' as const, 'resend' as const, 'status' as const), { maxLength: 3 }),
})

test('in a hundred and fifty races a message stays or is gone, whole, and is never there twice', async () => {
  await using desk = await openDesk({ workers: 2 })
  const [anna, boris] = [await desk.agent('Anna'), await desk.agent('Boris')]
  const tab = await boris.connect({ worker: 1 })
  const outcomes = { gone: 0, stays: 0 }

  for (const [round, { left, takers, others }] of fc.sample(race, { numRuns: races, seed: 20_261_123 }).entries()) {
    const before = await desk.ticket()
    const path = `/tickets/${before.id}/messages`
    const said = { body: `On it ${round}.`, changes: { status: 'resolved' } }
    const post = () => anna.do(path, said, PostedTicketMessage, { worker: round % 2, ...key(`k${round}`) })
    const { message } = await post()
    await sql`update ticket_messages set created_at = clock_timestamp() - make_interval(secs => ${30 - left / 1000})
      where id = ${message.id}`.execute(desk.db)

    const acts = others.map((act, index) => {
      if (act === 'resend') return post()
      if (act === 'reply') return boris.post(path, { body: `And I ${index}.` }, { worker: index % 2 })
      return boris.post(`/tickets/${before.id}/status`, { status: 'waiting' }, { worker: index % 2 })
    })
    const answers = await Promise.all(takers.map((worker) => anna.delete(addressOf(message), { worker })))
    await Promise.all(acts)

    const done = answers.filter(({ status }) => status === 200).length
    expect(done).toBeLessThanOrEqual(1)
    const { items } = await anna.read(path, TicketMessagePage)
    const ticket = await anna.read(`/tickets/${before.id}`, Ticket)
    expect(items.filter(({ body }) => body === said.body)).toHaveLength(1 - done)
    expect(ticket.message_count).toBe(items.length)
    const drafts = await anna.read('/drafts', TicketDraftList)
    expect(drafts.items.filter(({ ticket_id }) => ticket_id === before.id)).toHaveLength(done)
    const { items: history } = await anna.read(`/tickets/${before.id}/activity`, TicketActivityPage)
    const statuses = history.filter(({ what }) => what === 'status').map(({ after }) => after)
    if (!others.includes('status')) expect(statuses).toEqual(done === 1 ? ['resolved', 'new'] : ['resolved'])
    expect(ticket.status).toBe(statuses.at(-1))
    outcomes[done === 1 ? 'gone' : 'stays'] += 1
  }
  await desk.ticket({ title: 'The end' })
  for (let heard = await tab.until('ticket_created'); ; heard = await tab.until('ticket_created'))
    if (JSON.stringify(heard).includes('The end')) break

  const heard = (type: string) => tab.received.filter((frame) => frame.type === type).length
  expect(heard('ticket_message_taken_back')).toBe(outcomes.gone)
  // They were races.
  expect(outcomes.gone).toBeGreaterThan(races / 5)
  expect(outcomes.stays).toBeGreaterThan(races / 5)
}, 120_000)
