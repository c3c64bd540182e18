import { expect, test } from 'vitest'
import { MemoryBus } from '../../src/live/pubsub-memory.ts'
import { type Here, hereNudges } from '../../src/live/here.ts'
import { TicketId, UserId } from '@livedesk/events'
import { readNudge } from '../../src/live/nudge.ts'
import { announce } from './say.ts'
import { openWorkers } from './workers.ts'

const boris = 2
const clara = 3

test.for([{ kind: 'postgres' }, { kind: 'memory', bus: new MemoryBus() }] as const)(
  '[D10] everyone at the desk is known on every worker, and gone soon after their last tab closed (%o)',
  async (pubsub) => {
    await using desk = await openWorkers({ pubsub })
    const tab = await desk.connect(boris)
    const there = [await desk.connect(clara, { worker: 1 }), await desk.connect(clara, { worker: 0 })]
    await expect.poll(() => tab.online).toEqual([boris, clara])
    await expect.poll(() => there[0]?.online).toEqual([boris, clara])
    const before = tab.passing.length

    there[0]?.ws.terminate()
    const late = await desk.connect(4, { worker: 1 })
    await expect.poll(() => tab.online).toEqual([boris, clara, 4])
    expect(
      tab.passing
        .slice(before)
        .filter(({ type }) => type === 'presence_changed')
        .map((frame) => frame['online']),
    ).not.toContainEqual([boris])

    there[1]?.ws.terminate()
    await expect.poll(() => tab.online).toEqual([boris, 4])
    await expect.poll(() => late.online).toEqual([boris, 4])
  },
)

test('[D10] who has a ticket open is seen by everyone, on any worker, and by who comes later', async () => {
  await using desk = await openWorkers()
  const tab = await desk.connect(boris)
  const other = await desk.connect(clara, { worker: 1 })

  other.ws.send('{"type":"view","ticket_id":7}')
  await expect.poll(() => tab.viewers(7)).toEqual([clara])
  const late = await desk.connect(4)
  await expect.poll(() => late.viewers(7)).toEqual([clara])

  other.ws.send('{"type":"view","ticket_id":null}')
  await expect.poll(() => tab.viewers(7)).toEqual([])
})

test('[D10] a socket that several tabs share has open what any of them has', async () => {
  await using desk = await openWorkers()
  const tab = await desk.connect(boris)
  const shared = await desk.connect(clara, { worker: 1 })
  const many = Array.from({ length: 100 }, (_, index) => index + 1)

  shared.ws.send(JSON.stringify({ type: 'viewing', ticket_ids: many }))
  await expect.poll(() => [7, 8, 100].map((id) => tab.viewers(id))).toEqual([[clara], [clara], [clara]])

  shared.ws.send(JSON.stringify({ type: 'viewing', ticket_ids: [8] }))
  await expect.poll(() => [7, 8].map((id) => tab.viewers(id))).toEqual([[], [clara]])

  shared.ws.send(JSON.stringify({ type: 'view', ticket_id: 9 }))
  await expect.poll(() => [8, 9].map((id) => tab.viewers(id))).toEqual([[], [clara]])
  shared.ws.terminate()
  await expect.poll(() => tab.viewers(9)).toEqual([])
})

test('[C6] someone is away while each of their sockets is, on whichever worker, and back as soon as one is not', async () => {
  await using desk = await openWorkers()
  const tab = await desk.connect(boris)
  const [here, there] = [await desk.connect(clara, { worker: 0 }), await desk.connect(clara, { worker: 1 })]
  await expect.poll(() => [tab.online, tab.away]).toEqual([[boris, clara], []])

  here.ws.send('{"type":"view","ticket_id":7}')
  here.ws.send('{"type":"away","is_away":true}')
  await expect.poll(() => tab.viewers(7)).toEqual([clara])
  expect(tab.away).toEqual([])
  there.ws.send('{"type":"away","is_away":true}')
  await expect.poll(() => tab.away).toEqual([clara])
  const late = await desk.connect(4, { worker: 1 })
  await expect.poll(() => late.away).toEqual([clara])
  expect([tab.viewers(7), late.viewers(7)]).toEqual([[clara], [clara]])

  there.ws.send('{"type":"away","is_away":false}')
  await expect.poll(() => [tab.away, late.away]).toEqual([[], []])
  there.ws.terminate()
  await expect.poll(() => [tab.away, late.away]).toEqual([[clara], [clara]])
  expect(tab.online).toEqual([boris, clara, 4])
})

test('[C6] a new socket is there until it says that it is away', async () => {
  await using desk = await openWorkers({ count: 1 })
  const tab = await desk.connect(boris)
  const first = await desk.connect(clara)
  first.ws.send('{"type":"away","is_away":true}')
  await expect.poll(() => tab.away).toEqual([clara])
  const second = await desk.connect(clara)
  await expect.poll(() => tab.away).toEqual([])
  second.ws.send('{"type":"away","is_away":true}')
  await expect.poll(() => tab.away).toEqual([clara])
})

test('[W10] whoever fell behind while a ticket was left sees no ghost on it when they are up to date again', async () => {
  await using desk = await openWorkers({ count: 1 })
  const slow = await desk.connect(boris)
  const quick = await desk.connect(boris)
  const other = await desk.connect(clara)
  other.ws.send('{"type":"viewing","ticket_ids":[7,8]}')
  await expect.poll(() => [slow.viewers(7), slow.viewers(8)]).toEqual([[clara], [clara]])
  slow.ws.pause()
  const title = 'x'.repeat(20_000)
  for (let index = 0; index < 400; index += 1) await desk.at(0).tx(async (tx) => announce(tx, `${index} ${title}`))
  const lagged = await desk.at(0).registry.getSingleMetric('livedesk_live_lagged_sockets_total')?.get()
  expect(lagged?.values[0]?.value).toBeGreaterThan(0)

  other.ws.send('{"type":"view","ticket_id":8}')
  await expect.poll(() => quick.viewers(7)).toEqual([])
  slow.ws.resume()

  await expect.poll(() => slow.viewers(7)).toEqual([])
  expect(slow.viewers(8)).toEqual([clara])
})

test('[D10] a worker that falls silent leaves no ghosts for longer than ten seconds', async () => {
  await using desk = await openWorkers()
  const tab = await desk.connect(boris)
  {
    await using doomed = await desk.start()
    const ghost = await desk.connectTo(doomed, clara)
    ghost.ws.send('{"type":"view","ticket_id":7}')
    await expect.poll(() => tab.viewers(7)).toEqual([clara])
  }
  await expect.poll(() => tab.online, { timeout: 12_000, interval: 100 }).toEqual([boris])
  expect(tab.viewers(7)).toEqual([])
})

test('who is here goes into as many messages as the pubsub carries, with nobody left out', () => {
  const here = Array.from({ length: 3000 }, (_, index): Here => [
    UserId.parse(index + 1),
    TicketId.parse(1_000_000 + index),
  ])

  const away = new Set(here.map(([userId]) => userId).filter((userId) => userId % 3 > 0))

  const messages = hereNudges('worker', here, away, 7999)

  expect(messages.length).toBeGreaterThan(1)
  for (const message of messages) expect(Buffer.byteLength(message)).toBeLessThanOrEqual(7999)
  const said = messages.map(readNudge).flatMap((nudge) => (nudge?.kind === 'here' ? nudge : []))
  expect(said.flatMap((nudge) => nudge.here)).toEqual(here)
  expect(said.flatMap((nudge) => nudge.away)).toEqual([...away])
})
