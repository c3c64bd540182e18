import { TicketMessagePage, PostedTicketMessage, mostFileBytes } from '@livedesk/resources'
import { sql } from 'kysely'
import { readdir, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openFolderStore } from '../../src/attachments/file-store.ts'
import { sweepFiles } from '../../src/attachments/sweep.ts'
import { openDesk } from '../desk.ts'
import { download, png, send, uploaded } from './files.ts'

const filesIn = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)

test('a file goes with a message: it is told to every tab, read with the conversation, and had by colleagues byte for byte', async () => {
  await using desk = await openDesk({ workers: 2 })
  const [anna, boris] = [await desk.agent('Anna'), await desk.agent('Boris')]
  const ticket = await desk.ticket()
  const tab = await boris.connect({ worker: 1 })
  const picture = await uploaded(desk, anna, 'Screenshot.png', png)
  const text = await uploaded(desk, anna, 'лог ошибки.txt', 'Всё горит')
  expect(picture).toMatchObject({ name: 'Screenshot.png', type: 'image/png', size: png.length, width: 1, height: 1 })
  expect(text).toMatchObject({ name: 'лог ошибки.txt', type: 'text/plain' })

  const { message } = await anna.do(
    `/tickets/${ticket.id}/messages`,
    { body: 'See here.', attachment_ids: [text.id, picture.id] },
    PostedTicketMessage,
  )

  expect(message.attachments).toEqual([text, picture])
  expect(await tab.until('ticket_message_posted')).toMatchObject({ message: { attachments: [text, picture] } })
  const { items } = await boris.read(`/tickets/${ticket.id}/messages`, TicketMessagePage)
  expect(items.at(-1)).toEqual(message)
  const bytes = await download(desk, boris, picture.id)
  expect(Buffer.from(await bytes.arrayBuffer())).toEqual(png)
})

test('a message of files alone says their names', async () => {
  await using desk = await openDesk()
  const anna = await desk.agent('Anna')
  const ticket = await desk.ticket()
  const file = await uploaded(desk, anna, 'invoice.pdf', '%PDF-1.7 ...')

  const { message } = await anna.do(
    `/tickets/${ticket.id}/messages`,
    { attachment_ids: [file.id] },
    PostedTicketMessage,
  )

  expect(message).toMatchObject({ body: 'invoice.pdf', attachments: [file] })
})

test('what a file is, its bytes say: what could run as a page is saved, never shown, and nothing in it is obeyed', async () => {
  await using desk = await openDesk()
  const anna = await desk.agent('Anna')
  const page = await uploaded(desk, anna, 'cat.png', '<html><script>alert(1)</script></html>')
  const drawing = await uploaded(
    desk,
    anna,
    'cat.svg',
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  )
  const picture = await uploaded(desk, anna, 'evil".html', png)

  for (const { id, type } of [page, drawing]) {
    const { headers } = await download(desk, anna, id)
    expect(type).not.toMatch(/^image\/(?!svg)/u)
    expect(headers.get('Content-Type')).toBe('application/octet-stream')
    expect(headers.get('Content-Disposition')).toMatch(/^attachment;/u)
  }
  const { headers } = await download(desk, anna, picture.id)
  expect(headers.get('Content-Type')).toBe('image/png')
  expect(headers.get('Content-Disposition')).toBe("inline; filename*=UTF-8''evil%22.html")
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
  expect(headers.get('Content-Security-Policy')).toContain('sandbox')
  expect(headers.get('Cache-Control')).toContain('private')
})

test('a file that was not sent is its uploader’s alone; without a session there is nothing', async () => {
  await using desk = await openDesk()
  const [anna, boris] = [await desk.agent('Anna'), await desk.agent('Boris')]
  const ticket = await desk.ticket()
  const file = await uploaded(desk, anna, 'a.txt', 'mine')

  expect((await download(desk, boris, file.id)).status).toBe(404)
  expect((await download(desk, { cookie: '' }, file.id)).status).toBe(401)
  const stolen = await boris.post(`/tickets/${ticket.id}/messages`, { body: 'x', attachment_ids: [file.id] })
  expect(stolen).toMatchObject({ status: 400, body: { errors: { attachment_ids: expect.any(String) } } })
  expect((await boris.delete(`/attachments/${file.id}`)).status).toBe(404)
  expect((await anna.delete(`/attachments/${file.id}`)).status).toBe(204)
  expect((await download(desk, anna, file.id)).status).toBe(404)
  expect(await filesIn(desk.filesFolder)).toEqual([])
})

test('a file goes with one message only, also when two are posted at once; a message that is refused leaves it unsent', async () => {
  await using desk = await openDesk()
  const anna = await desk.agent('Anna')
  const ticket = await desk.ticket()
  const file = await uploaded(desk, anna, 'a.txt', 'once')
  const refused = await anna.post(`/tickets/${ticket.id}/messages`, {
    attachment_ids: [file.id],
    changes: { assigned_to: 4_000_000 },
  })
  expect(refused.status).toBe(400)

  const post = () => anna.post(`/tickets/${ticket.id}/messages`, { body: 'Here.', attachment_ids: [file.id] })
  const answers = await Promise.all([post(), post(), post()])

  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 400, 400])
})

test('what is too large, empty, or nameless is refused or named, and nothing of it is kept', async () => {
  await using desk = await openDesk()
  const anna = await desk.agent('Anna')
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(1024 * 1024)),
  })

  const declared = await send(desk, anna, 'big', Buffer.alloc(mostFileBytes + 1)).catch(() => undefined)
  expect(declared?.status ?? 413).toBe(413)
  const chunked = await fetch(`${desk.at(0)}/api/attachments?name=big`, {
    method: 'POST',
    headers: { Cookie: anna.cookie },
    body: endless,
    duplex: 'half',
  }).catch(() => undefined)
  expect(chunked?.status ?? 413).toBe(413)
  expect((await send(desk, anna, 'nothing', '')).status).toBe(400)
  expect((await send(desk, anna, '', 'x')).status).toBe(400)
  expect(await filesIn(desk.filesFolder)).toEqual([])
  expect(await uploaded(desk, anna, '../../etc/pass\u202Ewd\u0007', 'x')).toMatchObject({ name: 'passwd' })
})

test('a picture that lies about its size, or is cut off, is a file like any other', async () => {
  await using desk = await openDesk()
  const anna = await desk.agent('Anna')
  const bomb = Buffer.from(png)
  bomb.writeUInt32BE(100_000, 16)
  bomb.writeUInt32BE(100_000, 20)

  for (const bytes of [bomb, png.subarray(0, 12)]) {
    const { id, width } = await uploaded(desk, anna, 'x.png', bytes)
    expect(width).toBeUndefined()
    expect((await download(desk, anna, id)).headers.get('Content-Disposition')).toMatch(/^attachment;/u)
  }
})

test('what nobody sent within a day is thrown away, and bytes that no message knows; what was sent stays', async () => {
  await using desk = await openDesk()
  const anna = await desk.agent('Anna')
  const ticket = await desk.ticket()
  const store = openFolderStore(desk.filesFolder)
  const sent = await uploaded(desk, anna, 'sent.txt', 'sent')
  await anna.do(`/tickets/${ticket.id}/messages`, { attachment_ids: [sent.id] }, PostedTicketMessage)
  const waiting = await uploaded(desk, anna, 'waiting.txt', 'waiting')

  await sweepFiles(desk.db, store)
  expect((await download(desk, anna, waiting.id)).status).toBe(200)
  await sql`update attachments set created_at = created_at - interval '2 days'`.execute(desk.db)
  await sweepFiles(desk.db, store)

  expect((await download(desk, anna, waiting.id)).status).toBe(404)
  expect((await download(desk, anna, sent.id)).status).toBe(200)
  expect(await filesIn(desk.filesFolder)).toHaveLength(1)

  await sql`delete from tickets where id = ${ticket.id}`.execute(desk.db)
  await sweepFiles(desk.db, store)
  expect(await filesIn(desk.filesFolder)).toHaveLength(1)
  const past = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000)
  for (const name of await filesIn(desk.filesFolder))
    await utimes(join(desk.filesFolder, name.slice(0, 2), name), past, past)
  await sweepFiles(desk.db, store)
  expect(await filesIn(desk.filesFolder)).toEqual([])
})
