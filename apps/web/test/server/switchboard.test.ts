import { closeCodes, TicketId, UserId } from '@livedesk/events'
import { expect, test } from 'vitest'
import { userChanged } from './held-desk.ts'
import { heldBrowser } from './held-browser.ts'

const ticket = (id: number) => TicketId.parse(id)
const clara = UserId.parse(3)
const place = (cursor: number) => ({ epoch: 'e1', cursor })
const viewed = (frames: readonly unknown[]) => frames.flatMap((frame) => Object(frame)['ticket_ids'] ?? []).join()

test('[W14] twenty tabs share one socket, and each hears everything once', () => {
  const browser = heldBrowser()
  const tabs = [browser.openLive(), ...Array.from({ length: 19 }, () => browser.openTab())]
  for (const tab of tabs) tab.signIn(place(10))
  for (const seq of [11, 12, 11, 13]) browser.newest().say(userChanged(seq))

  expect(browser.sockets).toHaveLength(1)
  expect(tabs.map(({ stream }) => stream.state.kind)).toEqual(tabs.map(() => 'live'))
  expect(tabs.map(({ heard }) => heard)).toEqual(tabs.map(() => [11, 12, 13]))
})

test('[D3] a tab that opens later is told what happened since it read who is signed in, and goes on from there', () => {
  const browser = heldBrowser()
  browser.openLive()
  for (const seq of [11, 12, 13]) browser.newest().say(userChanged(seq))

  const late = browser.openTab()
  late.signIn(place(11))
  browser.newest().say(userChanged(14))
  expect(late.begins).toEqual([11])
  expect(late.heard).toEqual([12, 13, 14])
  expect(late.stream.place).toEqual(place(14))
})

test('[S3] what a tab has read may be ahead of the socket: what the others have not heard, it hears with them', () => {
  const browser = heldBrowser()
  const early = browser.openLive()
  early.attend('hidden')
  const late = browser.openTab()
  late.attend('focused')
  late.signIn(place(12))
  browser.newest().say(userChanged(11))
  expect(late.begins).toEqual([10])
  expect(late.told).toEqual([11])
})

test('[D3] a tab whose place is not remembered begins anew where the others are', () => {
  const browser = heldBrowser()
  browser.openLive()
  browser.newest().say(userChanged(11))
  const [older, ofAnotherHistory] = [browser.openTab(), browser.openTab()]
  older.signIn(place(9))
  ofAnotherHistory.signIn({ epoch: 'e0', cursor: 11 })
  expect([older.begins, ofAnotherHistory.begins]).toEqual([[11], [11]])
})

test('[W6] what cannot be resumed begins anew in every tab', () => {
  const browser = heldBrowser()
  const tabs = [browser.openLive(), browser.openTab()]
  tabs[1]?.signIn(place(10))
  browser.newest().say({ type: 'resync', cursor: 90, epoch: 'e2', reason: 'epoch' })
  expect(tabs.map(({ begins }) => begins)).toEqual([
    [10, 90],
    [10, 90],
  ])
})

test('[D10] a ticket that any tab has open is open, until no tab has it open any more', () => {
  const browser = heldBrowser()
  const [one, two] = [browser.openLive(), browser.openTab()]
  two.signIn(place(10))
  one.view(ticket(7))
  two.view(ticket(8))
  one.view(ticket(9))
  one.view(ticket(9))
  two.putAway()
  const said = browser.newest().sent.map((frame) => viewed([frame]))
  expect(said).toEqual(['7', '7,8', '9,8', '9'])

  two.comeBack()
  expect(browser.newest().sent).toContainEqual({ type: 'viewing', ticket_ids: [9, 8] })
})

test('[C5] what is open is said to every new socket', () => {
  const browser = heldBrowser()
  const one = browser.openLive()
  one.view(ticket(7))
  browser.newest().close(1006)
  browser.clock.pass(1000)
  browser.welcome({ resumed: true })
  expect(browser.newest().sent).toEqual([{ type: 'viewing', ticket_ids: [7] }])
})

test('[W10] who is here is known to a tab that comes later, and forgotten with the socket', () => {
  const browser = heldBrowser()
  const one = browser.openLive()
  browser.newest().say({ type: 'presence_changed', online: [2, 3] })
  browser.newest().say({ type: 'ticket_viewers', ticket_id: 7, user_ids: [3] })
  const late = browser.openTab()
  late.signIn(place(10))
  expect(late.stream.here.online).toEqual([2, 3])
  expect(late.stream.here.viewersOf(ticket(7))).toEqual([3])

  browser.newest().close(1006)
  browser.clock.pass(1000)
  browser.welcome({ resumed: true })
  expect([one, late].map(({ stream }) => stream.here.viewersOf(ticket(7)))).toEqual([[], []])
})

test('[W14] a person is told of each event at one tab: the one they look at, else the one they looked at last', () => {
  const browser = heldBrowser()
  const [one, two, three] = [browser.openLive(), browser.openTab(), browser.openTab()]
  two.signIn(place(10))
  three.signIn(place(10))

  one.attend('visible')
  two.attend('focused')
  browser.newest().say(userChanged(11))
  two.attend('visible')
  browser.newest().say(userChanged(12))
  one.attend('hidden')
  two.attend('hidden')
  three.attend('hidden')
  browser.newest().say(userChanged(13))
  three.putAway()
  browser.newest().say(userChanged(14))
  expect([one.told, two.told, three.told]).toEqual([[], [11, 12, 14], [13]])
})

test('[W14, D3] whoever takes over the switchboard goes on from what it heard: nothing is lost, and nobody is told twice', () => {
  const browser = heldBrowser()
  const [leader, behind, ahead] = [browser.openLive(), browser.openTab(), browser.openTab()]
  behind.signIn(place(10))
  ahead.signIn(place(10))
  ahead.attend('focused')
  for (const seq of [11, 12]) browser.newest().say(userChanged(seq))
  behind.view(ticket(7))

  browser.succeed(behind)
  expect(browser.newest().address.searchParams.get('cursor')).toBe('12')
  browser.welcome({ cursor: 12, resumed: true })
  for (const seq of [12, 13]) browser.newest().say(userChanged(seq))

  for (const tab of [leader, behind, ahead]) expect(tab.heard).toEqual([11, 12, 13])
  expect([leader, behind, ahead].map(({ begins }) => begins)).toEqual([[10], [10], [10]])
  expect(ahead.told).toEqual([11, 12, 13])
  expect(viewed(browser.newest().sent)).toBe('7')
})

test('a page that comes back from being put away hears what it missed, and begins nothing anew', () => {
  const browser = heldBrowser()
  const [one, two] = [browser.openLive(), browser.openTab()]
  two.signIn(place(10))
  two.putAway()
  browser.newest().say(userChanged(11))
  expect(two.heard).toEqual([])

  two.comeBack()
  expect(two.heard).toEqual([11])
  expect(two.begins).toEqual([10])
  expect(two.stream.state).toEqual({ kind: 'live' })
  expect([one.told, two.told]).toEqual([[11], []])
  expect(browser.sockets).toHaveLength(1)
})

test('the last page that is put away lets go of the socket, and takes another where it was', () => {
  const browser = heldBrowser()
  const one = browser.openLive()
  one.putAway()
  expect(browser.newest().isClosed).toBe(true)
  expect(one.stream.state.kind).toBe('reconnecting')

  one.comeBack()
  expect(browser.newest().address.searchParams.get('cursor')).toBe('10')
  browser.welcome({ resumed: true })
  expect(one.stream.state).toEqual({ kind: 'live' })
})

test('whoever signs out in one tab is signed out in all', () => {
  const browser = heldBrowser()
  const [one, two] = [browser.openLive(), browser.openTab()]
  two.signIn(place(10))
  one.stream.stop()
  expect(browser.newest().isClosed).toBe(true)
  expect([one, two].map(({ stream }) => stream.state.kind)).toEqual(['stopped', 'signed_out'])
})

test('when somebody else signs in at this browser, every other tab finds out who it is', () => {
  const browser = heldBrowser()
  const [one, two] = [browser.openLive(), browser.openTab()]
  one.view(ticket(7))
  two.signIn(undefined, clara)
  expect(one.stream.state).toEqual({ kind: 'signed_out' })
  expect(browser.sockets).toHaveLength(2)

  browser.welcome({ user_id: clara, cursor: 20 })
  browser.newest().say(userChanged(21))
  expect(two.heard).toEqual([21])
  expect(one.heard).toEqual([])
  expect(browser.newest().sent).toEqual([])
})

test('a tab at the door finds out that somebody signed in at another', () => {
  const browser = heldBrowser()
  const [door, other] = [browser.openTab(), browser.openTab()]
  other.signIn()
  expect(door.stream.state).toEqual({ kind: 'signed_out' })
})

test.for([closeCodes.sign_in, closeCodes.forbidden, closeCodes.protocol_error, closeCodes.contract_moved])(
  '[W12] %i reaches every tab, and nothing is tried until somebody asks for it',
  (code) => {
    const browser = heldBrowser()
    const [one, two] = [browser.openLive(), browser.openTab()]
    two.signIn(place(10))
    browser.newest().close(code)
    expect(two.stream.state).toEqual(one.stream.state)
    expect(one.stream.state.kind).not.toBe('live')
    browser.clock.pass(60_000)
    expect(browser.sockets).toHaveLength(1)

    two.signIn()
    expect(browser.sockets).toHaveLength(2)
  },
)

test('a refused attempt makes one tab find out who is signed in, for all', () => {
  const browser = heldBrowser()
  const tabs = [browser.openTab(), browser.openTab(), browser.openTab()]
  for (const tab of tabs) tab.signIn()
  tabs[1]?.attend('focused')
  browser.newest().close(1006)
  expect(tabs.map(({ asked }) => asked)).toEqual([0, 1, 0])
})

test('twenty tabs that look again cost one ping', () => {
  const browser = heldBrowser()
  const tabs = [browser.openLive(), ...Array.from({ length: 19 }, () => browser.openTab())]
  for (const { connection } of tabs) {
    connection.post({ kind: 'hint', hint: 'online' })
    connection.post({ kind: 'hint', hint: 'shown' })
  }
  expect(browser.newest().sent).toEqual([{ type: 'ping' }])
})
