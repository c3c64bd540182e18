import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { assign } from './say.ts'
import { openWorkers } from './workers.ts'

const boris = 2

test('[S6] a read in one snapshot says exactly which events it holds, numbered or not, under concurrent writers', async () => {
  await using desk = await openWorkers()
  const { db } = desk.database
  await sql`create table said (n bigint generated always as identity, title text)`.execute(db)
  const tab = await desk.connect(boris)
  const write = async (index: number) =>
    desk.at(index % 2).tx(async (tx) => {
      const title = `n${index}`
      await sql`insert into said (title) values (${title})`.execute(tx)
      assign(tx, boris, title)
    })
  const read = () =>
    desk
      .at(0)
      .live.read(db, async (tx) =>
        (await sql<{ title: string }>`select title from said`.execute(tx)).rows.map(({ title }) => title),
      )

  const writes = (async () => {
    for (let round = 0; round < 40; round += 1) {
      await Promise.all([0, 1, 2, 3, 4].map((index) => write(round * 5 + index)))
    }
  })()
  const snapshots = []
  for (let count = 0; count < 30; count += 1) snapshots.push(await read())
  await writes
  const heard = []
  while (heard.length < 200) heard.push(await tab.next())

  expect(snapshots.some(({ ahead }) => ahead.length > 0)).toBe(true)
  for (const { value, cursor, ahead } of snapshots) {
    const held = heard.filter(({ seq = 0 }) => seq <= cursor || ahead.includes(seq)).map((frame) => frame['title'])
    expect(new Set(held)).toEqual(new Set(value))
  }
})
