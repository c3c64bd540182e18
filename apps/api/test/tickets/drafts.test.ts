import { TicketDraft } from '@livedesk/events'
import { documentOf, PostedTicketMessage, TicketDraftList } from '@livedesk/resources'
import { expect, test } from 'vitest'
import { openDesk, recorder } from '../desk.ts'

test('a draft is kept, told to its author’s other tabs, and to nobody else', async () => {
  await using desk = await openDesk({ events: recorder() })
  const [anna, boris] = [await desk.agent('Anna'), await desk.agent('Boris')]
  const { id } = await desk.ticket()
  const content = documentOf('Have you ')

  const put = { body: 'Have you ', content, version: null }
  const { status, body } = await boris.send('PUT', `/tickets/${id}/drafts/reply`, put)

  expect(status).toBe(200)
  const draft = TicketDraft.parse(body)
  expect(draft).toMatchObject({ ticket_id: id, kind: 'reply', body: 'Have you ', content })
  expect(await boris.read('/drafts', TicketDraftList)).toEqual({ items: [draft] })
  expect(await anna.read('/drafts', TicketDraftList)).toEqual({ items: [] })
  expect(desk.events?.sentToUser(boris.id)).toEqual([
    { type: 'ticket_draft_changed', ticket_id: id, kind: 'reply', version: draft.version, draft },
  ])
})

test('two machines never overwrite each other’s draft: the second is told what is there', async () => {
  await using desk = await openDesk({ events: recorder() })
  const boris = await desk.agent('Boris')
  const { id } = await desk.ticket()
  const path = `/tickets/${id}/drafts/note`
  const put = (body: string, version: number | null) => boris.send('PUT', path, { body, version })
  const first = TicketDraft.parse((await put('one', null)).body)

  expect(await put('two', null)).toMatchObject({ status: 409, body: { draft: first } })
  expect(await put('one', null)).toMatchObject({ status: 200, body: first })
  const second = TicketDraft.parse((await put('two', first.version)).body)
  expect(second.version).toBeGreaterThan(first.version)
  expect(await boris.delete(`${path}?version=${first.version}`)).toMatchObject({ status: 409, body: { draft: second } })
  expect(await boris.delete(`${path}?version=${second.version}`)).toMatchObject({ status: 204 })
  expect(await boris.delete(`${path}?version=${second.version}`)).toMatchObject({ status: 204 })
  expect(await put('three', second.version)).toMatchObject({ status: 409, body: { draft: null } })
  const third = TicketDraft.parse((await put('three', null)).body)
  expect(third.version).toBeGreaterThan(second.version)
})

test('a draft ends in the transaction that sends it: if nothing is sent it stays, and a newer one stays', async () => {
  await using desk = await openDesk({ events: recorder() })
  const [anna, boris] = [await desk.agent('Anna'), await desk.agent('Boris')]
  const { id } = await desk.ticket()
  const path = `/tickets/${id}/messages`
  const put = async (body: string, version: number | null) =>
    TicketDraft.parse((await boris.send('PUT', `/tickets/${id}/drafts/reply`, { body, version })).body)
  const first = await put('Water!', null)
  const { message } = await anna.do(path, { body: 'Sand.' }, PostedTicketMessage)
  const said = { body: 'Water!', draft_version: first.version }

  expect(await boris.post(path, { ...said, seen_message_id: message.id - 1 })).toMatchObject({ status: 409 })
  expect(await boris.read('/drafts', TicketDraftList)).toEqual({ items: [first] })
  expect(await boris.post(path, { ...said, seen_message_id: message.id })).toMatchObject({ status: 201 })
  expect(await boris.read('/drafts', TicketDraftList)).toEqual({ items: [] })
  expect(desk.events?.sentToUser(boris.id).at(-1)).toMatchObject({ type: 'ticket_draft_changed', draft: null })

  const next = await put('And foam.', null)
  expect(await boris.post(path, said)).toMatchObject({ status: 201 })
  expect(await boris.read('/drafts', TicketDraftList)).toEqual({ items: [next] })
})

test('what is sent ends the draft of the same words, whatever is known of its version', async () => {
  await using desk = await openDesk({ events: recorder() })
  const boris = await desk.agent('Boris')
  const { id } = await desk.ticket()
  const send = (words: object) => boris.post(`/tickets/${id}/messages`, words)
  const keep = (words: object) => boris.send('PUT', `/tickets/${id}/drafts/reply`, { ...words, version: null })
  const content = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Water!' }] }] }

  await keep({ body: 'Water!' })
  await send({ body: 'Water' })
  expect((await boris.read('/drafts', TicketDraftList)).items).toHaveLength(1)
  await send({ body: 'Water!' })
  expect((await boris.read('/drafts', TicketDraftList)).items).toEqual([])

  await keep({ body: 'Water!', content })
  await send({ body: 'Water!', draft_version: 1 })
  expect((await boris.read('/drafts', TicketDraftList)).items).toHaveLength(1)
  await send({ content })
  expect((await boris.read('/drafts', TicketDraftList)).items).toEqual([])
})

test('a draft for a ticket that is not there is refused', async () => {
  await using desk = await openDesk({ events: recorder() })
  const boris = await desk.agent('Boris')
  const put = { body: 'x', version: null }
  expect(await boris.send('PUT', '/tickets/99/drafts/reply', put)).toMatchObject({ status: 404 })
})
