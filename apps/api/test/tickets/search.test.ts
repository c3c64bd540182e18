import type { Ticket } from '@livedesk/events'
import { type MarkedText, SearchPage } from '@livedesk/resources'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openDesk } from '../desk.ts'
import type { Person } from '../person.ts'

const search = (who: Person, q: string, narrowed: Record<string, string> = {}) =>
  who.read(`/search?${new URLSearchParams({ q, ...narrowed }).toString()}`, SearchPage)

const found = async (who: Person, q: string, narrowed?: Record<string, string>) =>
  (await search(who, q, narrowed)).items.map(({ ticket }) => ticket.id)

const written = (text: MarkedText) => text.map((piece) => (piece.hit ? `[${piece.text}]` : piece.text)).join('')

const openShop = async () => {
  const desk = await openDesk()
  const boris = await desk.agent('Boris')
  const say = (ticket: Ticket, body: string, kind = 'reply') =>
    boris.post(`/tickets/${ticket.id}/messages`, { kind, body })
  return { ...desk, boris, say }
}

test('a word is found in any of its forms, in English and in Russian, and ё is е', async () => {
  await using shop = await openShop()
  const printers = await shop.ticket({ title: 'Printers are burning', body: 'Help!' })
  const refund = await shop.ticket({ title: 'Возврат денег', body: 'Купил две ёлки, верните деньги за ёлку.' })

  expect(await found(shop.boris, 'printer burns')).toEqual([printers.id])
  expect(await found(shop.boris, 'ВОЗВРАТЫ')).toEqual([refund.id])
  expect(await found(shop.boris, 'елка')).toEqual([refund.id])
  expect(await found(shop.boris, 'scanner')).toEqual([])
})

test('what is found is marked in its own letters, and leads to the messages that say it', async () => {
  await using shop = await openShop()
  const ticket = await shop.ticket({ title: 'Ёлка <b>не</b> горит', body: 'Здравствуйте!' })
  await shop.say(
    ticket,
    `${'Мы смотрим. '.repeat(40)}Ёлки <script>горят</script> хорошо. ${'И ещё. '.repeat(40)}`,
    'note',
  )

  const [hit] = (await search(shop.boris, 'елка')).items

  expect(hit?.ticket).toMatchObject({ id: ticket.id, status: 'new' })
  expect(written(hit?.title ?? [])).toBe('[Ёлка] <b>не</b> горит')
  expect(hit?.messages).toMatchObject([
    { kind: 'note', ticket_id: ticket.id, author: { kind: 'agent', id: shop.boris.id } },
  ])
  expect(written(hit?.messages[0]?.excerpt ?? [])).toMatch(/^… .*\[Ёлки\] <script>горят<\/script> хорошо\..* …$/u)
})

test('words that stand in a title, a requester and several messages are found together; the title counts most', async () => {
  await using shop = await openShop()
  const inMessage = await shop.ticket({ title: 'A question', body: 'The router is slow.' })
  const inTitle = await shop.ticket({ title: 'Router is slow', body: 'See the title.' })
  const spread = await shop.ticket({
    title: 'Router',
    body: 'It is old.',
    requester: { name: 'Vera Holm', email: 'vera@example.com' },
  })
  await shop.say(spread, 'Which firmware is it?')

  expect(await found(shop.boris, 'router slow')).toEqual([inTitle.id, inMessage.id])
  expect(await found(shop.boris, 'vera router firmware')).toEqual([spread.id])
})

test('a ticket is found by its number before all others', async () => {
  await using shop = await openShop()
  const first = await shop.ticket()
  const other = await shop.ticket({ title: `About ${first.id} printers`, body: 'Ticket.' })

  expect(await found(shop.boris, String(first.id))).toEqual([first.id, other.id])
  expect(await found(shop.boris, `#${first.id}`)).toEqual([first.id, other.id])
  expect(await found(shop.boris, '#999999')).toEqual([])
})

test('parts of words, addresses, order numbers and telephone numbers are found however they are written', async () => {
  await using shop = await openShop()
  const ticket = await shop.ticket({
    title: 'Microphone is silent',
    body: 'Call me: +7 (495) 123-45-67. The order is INC-2024-0017.',
    requester: { name: 'Пётр Иванов', email: 'petr.ivanov@example.com' },
  })

  const ways = [
    'micro',
    'rophon',
    'ванов',
    'ivanov@exam',
    'inc-2024-0017',
    '2024-00',
    '8 495 123 45 67',
    '84951234567',
    '123-45-67',
  ]
  for (const q of ways) expect(await found(shop.boris, q), q).toEqual([ticket.id])
  const [hit] = (await search(shop.boris, '84951234567')).items
  expect(written(hit?.messages[0]?.excerpt ?? [])).toContain('+7 ([495) 123-45-67]')
})

test('quotes ask for a phrase, a minus for what must not be there', async () => {
  await using shop = await openShop()
  const phrase = await shop.ticket({ title: 'Paper jam', body: 'In the tray.' })
  const apart = await shop.ticket({ title: 'Jam on the paper', body: 'It sticks.' })

  expect(await found(shop.boris, '"paper jam"')).toEqual([phrase.id])
  expect(await found(shop.boris, 'paper -tray')).toEqual([apart.id])
  expect(await found(shop.boris, '-paper')).toEqual([])
})

test('filters and views narrow what is found', async () => {
  await using shop = await openShop()
  const mine = await shop.ticket({ title: 'Printer one', tags: ['office'], assigned_to: shop.boris.id })
  const other = await shop.ticket({ title: 'Printer two', priority: 'urgent' })

  expect(await found(shop.boris, 'printer', { view: 'mine' })).toEqual([mine.id])
  expect(await found(shop.boris, 'printer', { priority: 'urgent' })).toEqual([other.id])
  expect(await found(shop.boris, 'printer', { tag: 'office', status: 'closed' })).toEqual([])
})

test('what is renamed, tagged and said later is found by it, and no more by what it was', async () => {
  await using shop = await openShop()
  const ticket = await shop.ticket({ title: 'Camera', body: 'It is dark.' })
  await shop.boris.patch(`/tickets/${ticket.id}`, { version: 1, title: 'Projector', tags: ['cinema'] })
  await shop.say(ticket, 'Please change the lamp.')

  expect((await search(shop.boris, 'cinema')).items[0]?.tags.map(written)).toEqual(['[cinema]'])
  for (const q of ['projector', 'cinema', 'lamps', 'dark']) expect(await found(shop.boris, q), q).toEqual([ticket.id])
  expect(await found(shop.boris, 'camera')).toEqual([])
})

test('what moves to another ticket, is written anew or is taken away is found where it is, or not at all', async () => {
  await using shop = await openShop()
  const from = await shop.ticket({ title: 'One', body: 'The walrus sings.' })
  const to = await shop.ticket({ title: 'Two', body: 'The narwhal dances.' })

  await sql`update ticket_messages set ticket_id = ${to.id} where ticket_id = ${from.id}`.execute(shop.db)
  expect(await found(shop.boris, 'walrus narwhal')).toEqual([to.id])
  await sql`update ticket_messages set body = 'The seal sleeps.' where body like '%walrus%'`.execute(shop.db)
  expect([await found(shop.boris, 'walrus'), await found(shop.boris, 'seal')]).toEqual([[], [to.id]])
  await sql`delete from ticket_messages where body like '%narwhal%'`.execute(shop.db)
  expect([await found(shop.boris, 'narwhal'), await found(shop.boris, 'seals two')]).toEqual([[], [to.id]])
  await sql`delete from tickets where id = ${to.id}`.execute(shop.db)
  expect(await found(shop.boris, 'seal')).toEqual([])
})

test('a conversation of any length is found by its first words and by its last', async () => {
  await using shop = await openShop()
  const ticket = await shop.ticket({ title: 'A long story', body: 'It begins with a walrus.' })
  for (let part = 0; part < 6; part += 1) {
    const words = Array.from({ length: 14_000 }, (_, n) => `w${part}x${n.toString(36)}`)
      .join(' ')
      .slice(0, 100_000)
    expect((await shop.say(ticket, words)).status).toBe(201)
  }
  await shop.say(ticket, 'It ends with a narwhal.')

  expect(await found(shop.boris, 'walrus')).toEqual([ticket.id])
  expect(await found(shop.boris, 'narwhals story')).toEqual([ticket.id])
})

test('pages follow each other from the best to the last, with nothing left out and nothing twice', async () => {
  await using shop = await openShop()
  const all = []
  for (let n = 0; n < 23; n += 1)
    all.push((await shop.ticket({ title: `Printer ${'again '.repeat(n % 5)}`, body: 'Smoke.' })).id)

  const seen = []
  let cursor: string | null = null
  do {
    const page: SearchPage = await search(shop.boris, 'printer', { limit: '5', ...(cursor !== null && { cursor }) })
    seen.push(...page.items.map(({ ticket }) => ticket.id))
    cursor = page.next_cursor
  } while (cursor !== null)

  expect(seen).toHaveLength(23)
  expect(new Set(seen)).toEqual(new Set(all))
})

test('whatever is typed, search answers with what it found or with what to correct', async () => {
  await using shop = await openShop()
  await shop.ticket()
  const odd = fc.constantFrom(
    ...Array.from('"\'\\%_&|!():*<->-#@.+~/ \0\uE000\uE0017аё🔥٣ẞ'),
    ' or ',
    ' -',
    '""',
    '\ud800',
    ':*',
    'printer',
  )
  const questions = fc.oneof(
    fc.array(odd, { maxLength: 12 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.integer({ min: 0, max: 10_000 }).map((length) => 'ab '.repeat(length)),
  )

  await fc.assert(
    fc.asyncProperty(questions, async (q) => {
      const answer = await shop.boris.get(`/search?q=${encodeURIComponent(q.toWellFormed())}`)
      expect([200, 400, 414, 431]).toContain(answer.status)
    }),
    { numRuns: 300 },
  )
  for (const cursor of ['x', 'bnVsbA', Buffer.from('[1,2,3]').toString('base64url')])
    expect((await shop.boris.get(`/search?q=printer&cursor=${cursor}`)).status).toBe(400)
})
