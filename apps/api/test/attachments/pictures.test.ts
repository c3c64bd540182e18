import { PostedTicketMessage, TicketDraftList, TicketMessagePage } from '@livedesk/resources'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openFolderStore } from '../../src/attachments/file-store.ts'
import { sweepFiles } from '../../src/attachments/sweep.ts'
import { openDesk } from '../desk.ts'
import { download, png, uploaded } from './files.ts'

/** A document in which a picture stands between words, in a list. */
const around = (attachment_id: number, alt = 'A burnt fuse') => ({
  type: 'doc',
  content: [
    {
      type: 'bulletList',
      content: [
        {
          type: 'listItem',
          content: [
            {
              type: 'paragraph',
              content: [
                { type: 'text', text: 'Look: ' },
                { type: 'image', attrs: { attachment_id, alt } },
                { type: 'text', text: ' is out.' },
              ],
            },
          ],
        },
      ],
    },
  ],
})

test('a picture stands between the words of a message: it goes with it unnamed, everyone hears where it stands, and its words are found', async () => {
  await using desk = await openDesk({ workers: 2 })
  const [anna, boris] = [await desk.agent('Anna'), await desk.agent('Boris')]
  const ticket = await desk.ticket()
  const tab = await boris.connect({ worker: 1 })
  const log = await uploaded(desk, anna, 'printer.log', 'feed: reversed')
  const fuse = await uploaded(desk, anna, 'fuse.png', png)
  const content = around(fuse.id)

  const said = { content, attachment_ids: [log.id] }
  const { message } = await anna.do(`/tickets/${ticket.id}/messages`, said, PostedTicketMessage)

  expect(message).toMatchObject({ content, body: '• Look: [A burnt fuse] is out.', attachments: [log, fuse] })
  expect(await tab.until('ticket_message_posted')).toMatchObject({ message })
  const { items } = await boris.read(`/tickets/${ticket.id}/messages`, TicketMessagePage)
  expect(items.at(-1)).toEqual(message)
  expect((await download(desk, boris, fuse.id)).headers.get('Content-Type')).toBe('image/png')
})

test('what stands between words is a picture, by its bytes, and its author’s own; anything else is refused with a sentence', async () => {
  await using desk = await openDesk()
  const [anna, boris] = [await desk.agent('Anna'), await desk.agent('Boris')]
  const ticket = await desk.ticket()
  const theirs = await uploaded(desk, boris, 'secret.png', png)
  const page = await uploaded(desk, anna, 'cat.png', '<html><script>alert(1)</script></html>')
  const sent = await uploaded(desk, anna, 'sent.png', png)
  await anna.do(`/tickets/${ticket.id}/messages`, { content: around(sent.id) }, PostedTicketMessage)
  const post = (content: object) => anna.post(`/tickets/${ticket.id}/messages`, { content })

  for (const id of [theirs.id, page.id, sent.id, 4_000_000])
    expect(await post(around(id))).toMatchObject({ status: 400, body: { errors: { content: expect.any(String) } } })
  const mine = await uploaded(desk, anna, 'mine.png', png)
  expect((await post(around(mine.id, ''))).status).toBe(400)
  expect((await post(around(mine.id))).status).toBe(201)
  expect((await anna.read(`/tickets/${ticket.id}/messages`, TicketMessagePage)).items).toHaveLength(3)
})

test('Postgres keeps no message that shows a picture of another', async () => {
  await using desk = await openDesk()
  const anna = await desk.agent('Anna')
  const ticket = await desk.ticket()
  const fuse = await uploaded(desk, anna, 'fuse.png', png)
  const { message } = await anna.do(`/tickets/${ticket.id}/messages`, { content: around(fuse.id) }, PostedTicketMessage)
  const showing = (id: number) =>
    sql`update ticket_messages set content = ${JSON.stringify(around(id))}::jsonb where id = ${message.id}`.execute(
      desk.db,
    )

  await showing(fuse.id)
  await expect(showing(4_000_000)).rejects.toThrow('a picture that is not its own')
})

test('a picture in a draft is kept for as long as the draft is; taken back, it stands in the draft again', async () => {
  await using desk = await openDesk()
  const anna = await desk.agent('Anna')
  const ticket = await desk.ticket()
  const store = openFolderStore(desk.filesFolder)
  const fuse = await uploaded(desk, anna, 'fuse.png', png)
  const content = around(fuse.id)
  const posted = await anna.do(`/tickets/${ticket.id}/messages`, { content }, PostedTicketMessage)
  await anna.delete(`/tickets/${ticket.id}/messages/${posted.message.id}`)
  const { items } = await anna.read('/drafts', TicketDraftList)
  expect(items).toMatchObject([{ content }])

  const aDayLater = async () => {
    await sql`update attachments set created_at = created_at - interval '2 days'`.execute(desk.db)
    await sweepFiles(desk.db, store)
  }
  await aDayLater()
  expect((await download(desk, anna, fuse.id)).status).toBe(200)
  await anna.delete(`/tickets/${ticket.id}/drafts/reply?version=${items[0]?.version}`)
  await aDayLater()
  expect((await download(desk, anna, fuse.id)).status).toBe(404)
})
