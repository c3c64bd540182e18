import { expect, test } from 'vitest'
import { announce, join, leave, post } from './say.ts'
import { openWorkers } from './workers.ts'

const boris = 2

test('[D6] who is removed twice hears nothing between the two, when they return', async () => {
  await using desk = await openWorkers({ count: 1 })
  const tab = await desk.connect(boris)
  await desk.at(0).tx(async (tx) => join(tx, 7, boris))
  await desk.at(0).tx(async (tx) => leave(tx, 7, boris))
  await tab.until(({ type }) => type === 'chat_member_removed')
  await desk.at(0).tx(async (tx) => post(tx, 7, 'not for Boris'))
  await desk.at(0).tx(async (tx) => leave(tx, 7, boris))
  await desk.at(0).tx(async (tx) => announce(tx, 'audible'))
  const heard = await tab.until(({ type }) => type === 'user_created')
  expect(heard).toHaveLength(1)

  const back = await desk.connect(boris, { query: `?cursor=${Number(heard[0]?.seq) - 3}` })
  expect(await back.until(({ type }) => type === 'user_created')).toEqual(heard)
  await using late = await desk.start()
  const fresh = await desk.connectTo(late, boris, `?cursor=${Number(heard[0]?.seq) - 3}`)
  expect(await fresh.until(({ type }) => type === 'user_created')).toEqual(heard)
})

test('[D3] who is added twice misses nothing between the two, when they return', async () => {
  await using desk = await openWorkers({ count: 1 })
  const tab = await desk.connect(boris)
  await desk.at(0).tx(async (tx) => join(tx, 7, boris))
  await tab.until(({ type }) => type === 'chat_member_added')
  const cursor = tab.lastSeq
  await desk.at(0).tx(async (tx) => post(tx, 7, 'for Boris'))
  await desk.at(0).tx(async (tx) => join(tx, 7, boris))
  await desk.at(0).tx(async (tx) => announce(tx, 'audible'))
  const heard = await tab.until(({ type }) => type === 'user_created')
  expect(heard.map(({ type }) => type)).toEqual(['message_posted', 'chat_member_added', 'user_created'])

  const back = await desk.connect(boris, { query: `?cursor=${cursor}` })
  expect(await back.until(({ type }) => type === 'user_created')).toEqual(heard)
  await using late = await desk.start()
  const fresh = await desk.connectTo(late, boris, `?cursor=${cursor}`)
  expect(await fresh.until(({ type }) => type === 'user_created')).toEqual(heard)
})
