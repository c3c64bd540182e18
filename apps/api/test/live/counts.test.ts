import { UserId } from '@livedesk/events'
import { BulkChanged } from '@livedesk/resources'
import { expect, test } from 'vitest'
import { openDesk } from '../desk.ts'
import { openHub, openSocket } from './hub-desk.ts'
import { announce, assign } from './say.ts'

// What delivery costs, in things that can be counted: they are the same on every machine.

test('an assignment costs at most ten statements, one of them for all that it says', async () => {
  await using desk = await openDesk({ gate: true })
  const [anna, boris] = [await desk.agent('Anna'), await desk.agent('Boris')]
  const ticket = await desk.ticket()
  const tab = await boris.connect()
  const before = desk.gate?.statements.length ?? 0

  await anna.assign(ticket, boris)
  await tab.next()

  const asked = (desk.gate?.statements.slice(before) ?? []).filter((text) => !/live_(?!inbox)|pg_notify/u.test(text))
  expect(asked.filter((text) => text.includes('live_inbox'))).toHaveLength(1)
  expect(asked.length).toBeLessThanOrEqual(10)
})

test('each of many tickets that change costs two statements, and all that they say one', async () => {
  await using desk = await openDesk({ gate: true })
  const anna = await desk.admin('Anna')
  /** How often each statement was asked that was asked again and again, for a change of so many tickets. */
  const repeated = async (count: number) => {
    const ids = []
    for (let n = 0; n < count; n += 1) ids.push((await desk.ticket()).id)
    const before = desk.gate?.statements.length ?? 0
    const { changed } = await anna.do('/tickets/bulk', { ids, changes: { priority: 'high' } }, BulkChanged)
    expect(changed).toHaveLength(count)
    const asked = desk.gate?.statements.slice(before) ?? []
    expect(asked.filter((text) => text.includes('insert into live_inbox'))).toHaveLength(1)
    const times = new Map<string, number>()
    for (const text of asked) times.set(text, (times.get(text) ?? 0) + 1)
    // What the desk asks by the clock comes in between now and then, but not so often.
    return [...times.values()].filter((often) => often > 5)
  }

  expect(await repeated(10)).toEqual([10, 10])
  expect(await repeated(30)).toEqual([30, 30])
})

test('an event is framed once, whoever hears it', async () => {
  await using desk = await openHub()
  const sockets = await Promise.all(Array.from({ length: 5 }, () => welcomed(desk)))

  await desk.tx(async (tx) => announce(tx, 'once'))
  desk.hub.accept(await desk.number())
  await turn()

  const frames = sockets.map(({ writes }) => writes.slice(1))
  for (const written of frames) expect(written).toHaveLength(1)
  for (const [frame] of frames) expect(frame).toBe(frames[0]?.[0])
})

test('what is numbered together, or heard in one turn, leaves a socket in one write', async () => {
  await using desk = await openHub()
  const socket = await welcomed(desk)
  const say = async (count: number) => {
    await desk.tx(async (tx) => {
      for (let index = 0; index < count; index += 1) announce(tx, `event ${index}`)
      assign(tx, 2, 'and one for Boris')
    })
    return desk.number()
  }

  const [eight, four] = [await say(8), await say(4)]
  desk.hub.accept(eight)
  desk.hub.accept(four)
  await turn()

  expect(socket.writes.slice(1)).toHaveLength(1)
})

test('a thousand clients who return in one moment cost three statements', async () => {
  await using desk = await openHub()
  const cursor = desk.hub.position
  await desk.tx(async (tx) => {
    for (let index = 0; index < 200; index += 1) assign(tx, 1 + index, `missed ${index}`)
  })
  desk.hub.accept(await desk.number())
  const [fresh, asked]: [Awaited<ReturnType<typeof desk.start>>, string[]] = [await desk.start(), []]
  desk.trouble.before = ({ name = '' }) => void asked.push(name)
  const clients = Array.from({ length: 1000 }, (_, index) => openSocket({ userId: UserId.parse(1 + (index % 500)) }))

  await Promise.all(clients.map(({ connection }) => fresh.admit(connection, { cursor, epoch: fresh.epoch })))
  for (const { next } of clients.filter((_, index) => index % 500 < 200)) {
    expect(await next()).toMatchObject({ type: 'welcome', resumed: true })
    expect(await next()).toMatchObject({ type: 'ticket_assigned' })
  }

  expect(asked).toEqual(['live_memberships', 'live_effects_after', 'live_read_after'])
})

type Desk = Awaited<ReturnType<typeof openHub>>

/** A socket that is live; its welcome is the first thing written to it. */
const welcomed = async (desk: Desk) => {
  const socket = openSocket()
  await desk.hub.admit(socket.connection, undefined)
  await turn()
  return socket
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))
