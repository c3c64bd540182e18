import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { english, russian } from '../../src/demo/languages.ts'
import { readTurn, type Story } from '../../src/demo/story.ts'
import { openDemo } from './demo.ts'

const told: [string, readonly Story[]][] = [
  ['English', english.stories],
  ['Russian', russian.stories],
]

test.for(told)('each of the stories in %s can wait for its requester, and ends when it is told', ([, stories]) => {
  expect(stories.length).toBeGreaterThanOrEqual(40)
  for (const { titles, turns } of stories) {
    const who = turns.map((turn) => readTurn(turn).who)
    expect(
      who.some((one, place) => one === 'reply' && who[place + 1] === 'customer'),
      titles[0],
    ).toBe(true)
    // Who comes back was resolved before, so something was answered, and is answered again.
    const back = who.indexOf('again')
    if (back !== -1)
      expect([who.slice(0, back).includes('reply'), who.slice(back).includes('reply')], titles[0]).toEqual([true, true])
  }
})

test.for(told)('what is said twice in %s has two parts, and no more', ([, stories]) => {
  for (const { opening, titles, turns, aside = [] } of stories) {
    for (const text of [...titles, ...opening, ...aside]) expect(text).not.toContain('||')
    for (const turn of turns) expect(turn.split('||').length, turn).toBeLessThanOrEqual(2)
    for (const turn of turns.filter((one) => one.startsWith('customer') || one.startsWith('again')))
      expect(turn).toMatch(/\S \|\| \S/u)
  }
})

test('half of the desk speaks Russian, and no ticket changes its language', async () => {
  await using demo = await openDemo()
  const [{ share } = { share: 0 }] = await demo.ask(
    sql<{ share: number }>`select avg((title ~ '[а-яё]')::int)::float as share from tickets`,
  )
  const mixed = await demo.ask(sql`
    select t.title, m.body from tickets t join ticket_messages m on m.ticket_id = t.id
    where (t.title ~ '[а-яё]') <> (m.body ~ '[а-яё]') and m.body ~ '[[:alpha:]]{4}'`)

  expect(share).toBeGreaterThan(0.4)
  expect(share).toBeLessThan(0.6)
  expect(mixed).toEqual([])
})

test('no two tickets have one title, no two customers the same words, and no blank is left open', async () => {
  await using demo = await openDemo()
  const titles = await demo.ask(sql`select title from tickets group by title having count(*) > 1`)
  const words = await demo.ask(sql`
    select body from ticket_messages where requester_id is not null group by body having count(*) > 1 and char_length(body) > 40`)
  const blanks = await demo.ask(sql`
    select * from (select title as text from tickets union all select body from ticket_messages union all select body from chat_messages) said
    where text ~ '[{}]|[|][|]'`)

  expect(titles).toEqual([])
  expect(words).toEqual([])
  expect(blanks).toEqual([])
})

test('customers write from addresses that can be nobody’s', async () => {
  await using demo = await openDemo()
  expect(
    await demo.ask(sql`select email from requesters where email !~ '^[a-z0-9.]+@[a-z-]+[.](example|test)$'`),
  ).toEqual([])
})
