import { RichText } from '@livedesk/events'
import { PostedTicketMessage, TicketMessagePage } from '@livedesk/resources'
import { expect, test } from 'vitest'
import { openDesk, recorder } from '../desk.ts'

const line = (...content: object[]) => ({ type: 'paragraph', content })
const words = (text: string, ...marks: object[]) => ({ type: 'text', text, ...(marks.length > 0 && { marks }) })
const documentOf = (...content: object[]) => ({ type: 'doc', content })

test('a message keeps how it was written, and the plain text that it stands for', async () => {
  await using desk = await openDesk({ events: recorder() })
  const boris = await desk.agent('Boris')
  const { id } = await desk.ticket()
  const content = documentOf(
    line(words('Try '), words('this', { type: 'bold' }), words(':')),
    {
      type: 'orderedList',
      content: [
        { type: 'listItem', content: [line(words('Unplug it'))] },
        {
          type: 'listItem',
          content: [line(words('fire', { type: 'link', attrs: { href: 'https://example.com/fire' } }))],
        },
      ],
    },
    { type: 'blockquote', content: [line(words('It burns.'))] },
    { type: 'codeBlock', content: [words('lpstat -t\nlpadmin')] },
  )

  const { message } = await boris.do(`/tickets/${id}/messages`, { content }, PostedTicketMessage)

  expect(message.content).toEqual(content)
  expect(message.body).toBe(
    'Try this:\n1. Unplug it\n2. fire <https://example.com/fire>\n> It burns.\nlpstat -t\nlpadmin',
  )
  const { items } = await boris.read(`/tickets/${id}/messages`, TicketMessagePage)
  expect(items.at(-1)).toEqual(message)
})

test('a document that says no more than its letters is kept as letters', async () => {
  await using desk = await openDesk({ events: recorder() })
  const boris = await desk.agent('Boris')
  const { id } = await desk.ticket()

  const content = documentOf(line(words('Dear Rosa,')), { type: 'paragraph' }, line(words('it is out.')))
  const { message } = await boris.do(`/tickets/${id}/messages`, { content }, PostedTicketMessage)

  expect(message).toMatchObject({ body: 'Dear Rosa,\n\nit is out.' })
  expect(message).not.toHaveProperty('content')
})

const deep = (levels: number): object =>
  levels === 0 ? line(words('x')) : { type: 'blockquote', content: [deep(levels - 1)] }

const refused: [what: string, body: object][] = [
  [
    'a link that runs',
    { content: documentOf(line(words('x', { type: 'link', attrs: { href: 'javascript:alert(1)' } }))) },
  ],
  [
    'a link that is data',
    { content: documentOf(line(words('x', { type: 'link', attrs: { href: 'data:text/html,x' } }))) },
  ],
  [
    'a link hidden by a line break',
    { content: documentOf(line(words('x', { type: 'link', attrs: { href: 'https://a\nb' } }))) },
  ],
  ['an attribute nobody knows', { content: documentOf({ ...line(words('x')), attrs: { onclick: 'x' } }) }],
  ['a node nobody knows', { content: documentOf({ type: 'iframe', attrs: { src: 'https://example.com' } }) }],
  ['a picture from elsewhere', { content: documentOf({ type: 'image', attrs: { src: 'https://example.com/x.png' } }) }],
  ['nothing but empty lines', { content: documentOf({ type: 'paragraph' }) }],
  ['nothing at all', {}],
  ['both text and document', { body: 'x', content: documentOf(line(words('x'))) }],
  ['a thousand quotes in one another', { content: documentOf(deep(1000)) }],
  [
    'more pieces than a page can hold',
    { content: documentOf(line(words('x'), ...Array.from({ length: 21_000 }, () => ({ type: 'hardBreak' })))) },
  ],
  [
    'more letters than may be',
    { content: documentOf(line(words('x'.repeat(60_000))), line(words('x'.repeat(60_000)))) },
  ],
  ['a letter that cannot be kept', { content: documentOf(line(words('a\0b'))) }],
  ['a colleague mentioned to a customer', { content: documentOf(line({ type: 'mention', attrs: { user_id: 1 } })) }],
  ['a mention of nobody', { kind: 'note', content: documentOf(line({ type: 'mention', attrs: { user_id: 999 } })) }],
]

test('what is not a document of ours is refused in words, and nothing of it is kept', async () => {
  await using desk = await openDesk({ events: recorder() })
  const boris = await desk.agent('Boris')
  const { id } = await desk.ticket()

  for (const [what, body] of refused) {
    expect(await boris.post(`/tickets/${id}/messages`, body), what).toMatchObject({
      status: 400,
      body: { detail: expect.stringMatching(/\.$/u) },
    })
  }

  expect((await boris.read(`/tickets/${id}/messages`, TicketMessagePage)).items).toHaveLength(1)
})

test('whom a note mentions is notified as such, once, and its author is not', async () => {
  await using desk = await openDesk({ events: recorder() })
  const [anna, boris, clara] = [await desk.agent('Anna'), await desk.agent('Boris'), await desk.agent('Clara')]
  const { id } = await desk.ticket({ assigned_to: boris.id })
  const mention = (user_id: number) => ({ type: 'mention', attrs: { user_id } })
  const content = documentOf(
    line(mention(boris.id), words(' and '), mention(clara.id), words(' and '), mention(anna.id)),
  )

  const { message } = await anna.do(`/tickets/${id}/messages`, { kind: 'note', content }, PostedTicketMessage)

  expect(message.body).toBe('@Boris and @Clara and @Anna')
  expect(RichText.parse(message.content)).toEqual(content)
  for (const { id: told } of [boris, clara]) {
    expect(desk.events?.sentToUser(told).slice(told === boris.id ? 2 : 0)).toMatchObject([
      {
        type: 'notification_created',
        notification: { kind: 'ticket_message_posted', mentioned: true, actor_id: anna.id },
      },
    ])
  }
  expect(desk.events?.sentToUser(anna.id)).toEqual([])
})
