import { UserId } from '@livedesk/events'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Connection, Said } from '../../src/server/connection.ts'
import { type AskDesk, declareWork, Outbox } from '../../src/server/outbox.ts'
import type { RequestError } from '../../src/server/request.ts'
import type { Shelf } from '../../src/server/shelf.ts'
import { EventStream } from '../../src/server/stream.ts'
import { HeldClock } from '../held-clock.ts'
import { heldShelf } from '../held-shelf.ts'

const [boris, clara] = [UserId.parse(2), UserId.parse(3)]
const unreachable: RequestError = { kind: 'unreachable' }
const refused: RequestError = {
  kind: 'problem',
  status: 409,
  data: { type: '/api/docs#conflict', title: 'Someone was first', status: 409, detail: 'Look again.' },
}

const words = {
  name: 'say',
  schema: z.string(),
  send: async (word: string, ask: AskDesk) => ask({ url: 'words', method: 'POST', body: word }),
}
declareWork(words)

/** A desk that a browser's tabs reach, or do not; what it got, in order. */
type HeldDesk = { readonly got: unknown[]; says: RequestError | undefined; asked: number }
const aDesk = (): HeldDesk => ({ got: [], says: unreachable, asked: 0 })

type TabParts = {
  readonly shelf: Shelf
  readonly desk: HeldDesk
  readonly user?: UserId
  readonly locks?: (run: () => Promise<void>) => Promise<void>
}

/** A tab of someone, on what its browser keeps. */
const aTab = ({ shelf, desk, user = boris, locks = aLock() }: TabParts) => {
  let say: (said: Said) => void = () => {}
  const connection: Connection = {
    post: () => {},
    subscribe: (listener) => {
      say = listener
      return () => {}
    },
  }
  const stream = new EventStream(connection)
  stream.start(user, undefined)
  const clock = new HeldClock()
  const ask: AskDesk = async (what) => {
    desk.asked += 1
    if (desk.says) return { error: desk.says }
    desk.got.push('body' in what ? what.body : undefined)
    return { data: null }
  }
  const outbox = new Outbox({ stream, clock, shelf, ask, alone: locks })
  return { outbox, clock, goLive: () => say({ kind: 'state', state: { kind: 'live' } }) }
}

/** What only one tab at a time may do. */
const aLock = () => {
  let last = Promise.resolve()
  return async (run: () => Promise<void>) => {
    const mine = last.then(run)
    last = mine.catch(() => {})
    await mine
  }
}
const settled = () => new Promise((resolve) => setImmediate(resolve))

test('what could not be sent is kept, and sent once, in its order, when the connection is back', async () => {
  const [shelf, desk] = [heldShelf(), aDesk()]
  const { outbox, goLive } = aTab({ shelf, desk })
  for (const word of ['one', 'two', 'three']) outbox.keep('say', word)
  await settled()
  expect(outbox.all).toHaveLength(3)
  expect(desk.asked).toBe(1)

  desk.says = undefined
  goLive()
  await settled()
  expect(desk.got).toEqual(['one', 'two', 'three'])
  expect(outbox.all).toEqual([])
  expect(shelf.names()).toEqual([])
})

test('it is tried again by itself, less and less often', async () => {
  const [shelf, desk] = [heldShelf(), aDesk()]
  const { outbox, clock } = aTab({ shelf, desk })
  outbox.keep('say', 'one')
  for (const seconds of [1, 2, 4, 8, 15, 15]) {
    await settled()
    const { asked } = desk
    clock.pass(seconds * 1000 - 1)
    await settled()
    expect(desk.asked).toBe(asked)
    clock.pass(1)
    await settled()
    expect(desk.asked).toBe(asked + 1)
  }
})

test('what a tab kept is sent by another after it is gone, and by nobody else’s', async () => {
  const [shelf, desk] = [heldShelf(), aDesk()]
  aTab({ shelf, desk }).outbox.keep('say', 'before the reload')
  await settled()

  desk.says = undefined
  const stranger = aTab({ shelf, desk, user: clara })
  await settled()
  expect(stranger.outbox.all).toEqual([])
  expect(desk.got).toEqual([])

  const { outbox, goLive } = aTab({ shelf, desk })
  goLive()
  await settled()
  expect(desk.got).toEqual(['before the reload'])
  expect(outbox.all).toEqual([])
})

test('of many tabs one sends for all, in the order that things were done in', async () => {
  const [shelf, desk, locks] = [heldShelf(), aDesk(), aLock()]
  const tabs = Array.from({ length: 5 }, () => aTab({ shelf, desk, locks }))
  for (const [index, { outbox, clock }] of tabs.entries()) {
    for (const other of tabs) other.clock.pass(1000)
    outbox.keep('say', `word ${index}`)
    expect(clock.now()).toBeGreaterThan(0)
  }
  await settled()

  desk.says = undefined
  for (const { goLive } of tabs) goLive()
  for (let turn = 0; turn < 20; turn += 1) await settled()
  expect(desk.got).toEqual(['word 0', 'word 1', 'word 2', 'word 3', 'word 4'])
  for (const { outbox } of tabs) expect(outbox.all).toEqual([])
})

test('what the desk refuses is kept with its reason until its person has decided, and holds up nothing', async () => {
  const [shelf, desk] = [heldShelf(), aDesk()]
  const { outbox, goLive } = aTab({ shelf, desk })
  const id = outbox.keep('say', 'over what someone else has said') ?? ''
  const gone = outbox.settled(id)
  await settled()

  desk.says = refused
  goLive()
  await gone
  expect(outbox.all).toMatchObject([{ arg: 'over what someone else has said', refusal: refused }])
  desk.says = undefined
  outbox.keep('say', 'next')
  await settled()
  expect(desk.got).toEqual(['next'])

  for (const kept of outbox.all) outbox.again(kept)
  await settled()
  expect(desk.got).toEqual(['next', 'over what someone else has said'])
  expect(outbox.all).toEqual([])
})

test('what another build kept, and this one cannot read, is shown and not sent', async () => {
  const [shelf, desk] = [heldShelf(), aDesk()]
  desk.says = undefined
  const { outbox } = aTab({ shelf, desk })
  outbox.keep('shout', 'loud')
  outbox.keep('say', 7)
  await settled()
  expect(desk.asked).toBe(0)
  expect(outbox.all.map(({ refusal }) => refusal)).toMatchObject([{ kind: 'malformed' }, { kind: 'malformed' }])
})

test('what waits is taken back, and never sent; what the desk has by the next moment is not', async () => {
  const [shelf, desk, answer] = [heldShelf(), aDesk(), Promise.withResolvers<void>()]
  const slowly: AskDesk = (what) => answer.promise.then(() => ({ data: desk.got.push('body' in what && what.body) }))
  declareWork({ ...words, name: 'say slowly', send: (word) => words.send(word, slowly) })
  const { outbox } = aTab({ shelf, desk })
  const [asked, waiting] = [outbox.keep('say slowly', 'being asked'), outbox.keep('say', 'waiting')]
  await settled()

  const tooLate = outbox.takeBack(asked ?? '')
  expect(await outbox.takeBack(waiting ?? '')).toBe(true)
  answer.resolve()
  expect(await tooLate).toBe(false)

  await settled()
  expect(desk.got).toEqual(['being asked'])
  expect(outbox.all).toEqual([])
})

test('what may be at the desk already is withdrawn there, before what comes behind it, whichever tab took it back and whichever sends', async () => {
  for (const first of ['arrived', 'lost', 'refused'] as const) {
    const [shelf, desk, locks] = [heldShelf(), aDesk(), aLock()]
    const answer = Promise.withResolvers<Awaited<ReturnType<AskDesk>>>()
    declareWork({
      ...words,
      name: 'say for once',
      send: (word, ask) => (word === 'first' ? Promise.resolve(answer.promise) : words.send(word, ask)),
      withdraw: async (word, ask) => ask({ url: 'words', method: 'DELETE', body: `not ${word}` }),
    })
    const [sender, other] = [aTab({ shelf, desk, locks }), aTab({ shelf, desk, locks })]
    const [asked, waiting] = ['first', 'second'].map((word) => sender.outbox.keep('say for once', word) ?? '')
    sender.outbox.keep('say for once', 'third')
    await settled()

    for (const id of [asked ?? '', waiting ?? '']) {
      expect(await other.outbox.takeBack(id)).toBe(true)
      expect(await other.outbox.takeBack(id)).toBe(false)
    }
    desk.says = undefined
    const { error } = { arrived: { error: undefined }, lost: { error: unreachable }, refused: { error: refused } }[
      first
    ]
    answer.resolve(error ? { error } : { data: null })
    for (let turn = 0; turn < 3; turn += 1) {
      sender.goLive()
      await settled()
    }

    expect(desk.got).toEqual(['not first', 'not second', 'third'])
    for (const { outbox } of [sender, other]) expect(outbox.all).toEqual([])
    expect(shelf.names()).toEqual([])
  }
})

test('a withdrawal outlives its tab, is tried until it is heard, and stays with its reason when the desk has it for good', async () => {
  const [shelf, desk] = [heldShelf(), aDesk()]
  declareWork({ ...words, name: 'say for good', withdraw: (word, ask) => words.send(`not ${word}`, ask) })
  const { outbox } = aTab({ shelf, desk })
  expect(await outbox.takeBack(outbox.keep('say for good', 'hello') ?? '')).toBe(true)
  await settled()
  expect(outbox.isWaiting).toBe(true)

  const next = aTab({ shelf, desk })
  desk.says = refused
  next.goLive()
  await settled()
  expect(next.outbox.all).toMatchObject([{ arg: 'hello', withdrawn: true, refusal: refused }])
  expect(next.outbox.isWaiting).toBe(false)
})

test('what was taken back in another tab while the desk was asked does not come back when the desk refuses it', async () => {
  const [shelf, desk, answer] = [heldShelf(), aDesk(), Promise.withResolvers<{ error: RequestError }>()]
  declareWork({ ...words, name: 'say to be refused', send: (word) => words.send(word, () => answer.promise) })
  const locks = aLock()
  const [sender, other] = [aTab({ shelf, desk, locks }), aTab({ shelf, desk, locks })]
  const asked = sender.outbox.keep('say to be refused', 'unwanted')
  await settled()

  expect(await other.outbox.takeBack(asked ?? '')).toBe(true)
  answer.resolve({ error: refused })
  await settled()

  expect(sender.outbox.all).toEqual([])
  expect(other.outbox.all).toEqual([])
})
