import { ChatId, contractVersion, TicketId } from '@livedesk/events'
import { expect, test } from 'vitest'
import { aWelcome, boris, heldDesk, userChanged } from './held-desk.ts'

test('the first attempt says the contract, and where on from when that is known', () => {
  expect(heldDesk().newest().address.search).toBe(`?contract=${contractVersion}`)
  const known = heldDesk({ since: { epoch: 'e1', cursor: 7 } })
  expect(known.newest().address.search).toBe(`?contract=${contractVersion}&cursor=7&epoch=e1`)
})

test('[W7] without a place of its own it tells where the stream begins', () => {
  const desk = heldDesk()
  desk.welcome({ cursor: 10 })
  expect(desk.said).toEqual([{ kind: 'start', epoch: 'e1', cursor: 10 }])
  expect(desk.state).toEqual({ kind: 'live' })
})

test('[W5] with a place the stream begins there, and what was missed follows', () => {
  const desk = heldDesk({ since: { epoch: 'e1', cursor: 7 } })
  desk.welcome({ cursor: 7, resumed: true })
  desk.newest().say(userChanged(8))
  expect(desk.said).toMatchObject([
    { kind: 'start', cursor: 7 },
    { kind: 'event', seq: 8, event: { type: 'user_changed' } },
  ])
})

test('[D2] each event is said once and in order, however often it comes', () => {
  const desk = heldDesk()
  desk.welcome({ cursor: 10 })
  for (const seq of [11, 12, 11, 12, 13, 10]) desk.newest().say(userChanged(seq))
  expect(desk.said.flatMap((one) => (one.kind === 'event' ? [one.seq] : []))).toEqual([11, 12, 13])
})

test('[D3] it comes back where it was, and nobody has to begin anew', () => {
  const desk = heldDesk()
  desk.welcome({ cursor: 10 })
  desk.newest().say(userChanged(11))
  desk.drop()
  desk.clock.pass(1000)
  expect(desk.newest().address.search).toBe(`?contract=${contractVersion}&cursor=11&epoch=e1`)

  desk.welcome({ cursor: 11, resumed: true })
  desk.newest().say(userChanged(12))
  expect(desk.said.map(({ kind }) => kind)).toEqual(['start', 'event', 'event'])
})

test('[W6] what cannot be resumed begins anew, at once or later', () => {
  const desk = heldDesk({ since: { epoch: 'e0', cursor: 7 } })
  desk.welcome({ cursor: 90 })
  desk.newest().say({ type: 'resync', cursor: 90, epoch: 'e1', reason: 'pruned' })
  desk.newest().say(userChanged(91))
  desk.newest().say({ type: 'resync', cursor: 5, epoch: 'e2', reason: 'epoch' })
  desk.newest().say(userChanged(6))
  expect(desk.said).toMatchObject([
    { kind: 'start', epoch: 'e1', cursor: 90 },
    { kind: 'start', epoch: 'e1', cursor: 90 },
    { kind: 'event', seq: 91 },
    { kind: 'start', epoch: 'e2', cursor: 5 },
    { kind: 'event', seq: 6 },
  ])
})

test('[V3] an event that this build does not know is passed over, and not asked for again', () => {
  const desk = heldDesk()
  desk.welcome({ cursor: 10 })
  desk.newest().say({ type: 'ticket_teleported', seq: 11 })
  desk.newest().say({ type: 'weather', rain: true })
  desk.drop()
  desk.clock.pass(1000)
  expect(desk.newest().address.searchParams.get('cursor')).toBe('11')
  expect(desk.said.slice(1)).toEqual([{ kind: 'reached', cursor: 11 }])
  expect(desk.reports).toEqual([])
})

test('an event that is not as the contract says is reported, and those who missed it begin anew behind it', () => {
  const desk = heldDesk()
  desk.welcome({ cursor: 10 })
  desk.newest().say({ type: 'user_changed', seq: 11, user: { id: 'three' } })
  desk.newest().say(userChanged(12))
  expect(desk.reports).toHaveLength(1)
  expect(desk.newest().isClosed).toBe(false)
  expect(desk.said.slice(1)).toMatchObject([
    { kind: 'start', epoch: 'e1', cursor: 11 },
    { kind: 'event', seq: 12 },
  ])
})

test.for(['{', '7', '{"seq":1}', '{"type":"pong"}', '{"type":"user_changed"}'])(
  'a frame that is no frame (%s) is reported, and the line stays',
  (frame) => {
    const desk = heldDesk()
    desk.welcome()
    desk.newest().say(frame)
    expect(desk.reports).toHaveLength(1)
    expect(desk.state).toEqual({ kind: 'live' })
    expect(desk.said).toHaveLength(1)
  },
)

test('what is said in passing has no place in the order', () => {
  const desk = heldDesk()
  desk.welcome()
  desk.newest().say({ type: 'typing', chat_id: 4, user_id: 3 })
  expect(desk.said.at(-1)).toEqual({ kind: 'passing', event: { type: 'typing', chat_id: 4, user_id: 3 } })
})

test('[W8] a quiet desk moves the cursor by its pongs', () => {
  const desk = heldDesk()
  desk.welcome({ cursor: 10 })
  desk.newest().say({ type: 'pong', cursor: 50 })
  desk.drop()
  desk.clock.pass(1000)
  expect(desk.newest().address.searchParams.get('cursor')).toBe('50')
})

test('what a person does now is said now or not at all; which ticket they look at is said to every new socket', () => {
  const desk = heldDesk()
  const view = { type: 'view' as const, ticket_id: TicketId.parse(7) }
  desk.socket.post({ kind: 'send', command: { type: 'typing', chat_id: ChatId.parse(4) } })
  desk.socket.post({ kind: 'send', command: view })
  desk.welcome()
  expect(desk.newest().sent).toEqual([view])

  desk.drop()
  desk.clock.pass(1000)
  desk.welcome({ resumed: true })
  expect(desk.newest().sent).toEqual([view])
})

test('someone else who signed in at this browser is not listened for', () => {
  const desk = heldDesk()
  desk.welcome({ user_id: boris + 1 })
  expect(desk.state).toEqual({ kind: 'signed_out' })
  expect(desk.newest().isClosed).toBe(true)
})

test('[V4] a desk of another major version wants another page', () => {
  const desk = heldDesk()
  desk.welcome({ ...aWelcome, contract: '99.0' })
  expect(desk.state).toEqual({ kind: 'outdated' })
})
