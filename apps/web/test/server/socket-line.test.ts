import { closeCodes } from '@livedesk/events'
import { expect, test } from 'vitest'
import { boris, heldDesk } from './held-desk.ts'

test.for([8000, 60_000])(
  '[W9] a dead line is found within 20 s, whatever heartbeat the desk asks for (%i ms)',
  (heartbeat_ms) => {
    const desk = heldDesk({ chance: 0 })
    desk.welcome({ heartbeat_ms })
    desk.clock.pass(20_000)
    expect(desk.sockets.length).toBeGreaterThan(1)
    expect(desk.sockets[0]?.isClosed).toBe(true)
  },
)

test('[W9] a line that answers stays, for hours', () => {
  const desk = heldDesk()
  desk.welcome({ heartbeat_ms: 8000 })
  for (let beat = 0; beat < 1000; beat += 1) {
    desk.clock.pass(8000)
    desk.newest().say({ type: 'pong', cursor: 10 })
  }
  expect(desk.sockets).toHaveLength(1)
  expect(desk.newest().sent).toHaveLength(1000)
  expect(desk.newest().sent[0]).toEqual({ type: 'ping' })
})

test('a socket that never opens is given up after 10 s', () => {
  const desk = heldDesk({ chance: 0 })
  desk.clock.pass(10_000)
  expect(desk.sockets[0]?.isClosed).toBe(true)
  expect(desk.sockets).toHaveLength(2)
})

test('waiting doubles up to 15 s with each failure, and is never longer than chance allows', () => {
  const waits = (chance: number) => {
    const desk = heldDesk({ chance })
    return Array.from({ length: 8 }, () => {
      desk.drop()
      const wait = desk.state?.kind === 'reconnecting' ? desk.state.next_at - desk.clock.now() : Number.NaN
      desk.clock.pass(wait)
      return wait
    })
  }
  expect(waits(1)).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000])
  expect(waits(0.5)).toEqual([250, 500, 1000, 2000, 4000, 7500, 7500, 7500])
  expect(waits(0)).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
})

test('only a line that held for 10 s makes the failures before it forgotten', () => {
  const desk = heldDesk({ chance: 1 })
  const nextWait = () => (desk.state?.kind === 'reconnecting' ? desk.state.next_at - desk.clock.now() : Number.NaN)
  for (const wait of [500, 1000]) {
    desk.drop()
    expect(nextWait()).toBe(wait)
    desk.clock.pass(wait)
    desk.welcome()
    desk.clock.pass(5000)
  }
  desk.clock.pass(2000)
  desk.newest().say({ type: 'pong', cursor: 10 })
  desk.clock.pass(4000)
  desk.drop()
  expect(nextWait()).toBe(500)
})

test('an attempt that ends before the desk said a word may mean that the session is over', () => {
  const desk = heldDesk()
  desk.drop()
  expect(desk.refusals).toBe(1)
  desk.clock.pass(1000)
  desk.welcome()
  desk.drop()
  expect(desk.refusals).toBe(1)
})

test('the network coming back, or a person looking, ends the waiting', () => {
  for (const hint of ['online', 'shown'] as const) {
    const desk = heldDesk({ chance: 1 })
    desk.drop()
    expect(desk.sockets).toHaveLength(1)
    desk.hint(hint)
    expect(desk.sockets).toHaveLength(2)
    // The wait that was under way does not open another.
    desk.clock.pass(5000)
    expect(desk.sockets).toHaveLength(2)
  }
})

test('a browser that says it is offline is believed in what is shown, not in whether to try', () => {
  const desk = heldDesk({ chance: 1 })
  desk.welcome()
  desk.hint('offline')
  expect(desk.state).toEqual({ kind: 'live' })
  desk.clock.pass(2000)
  expect(desk.state).toMatchObject({ kind: 'offline' })
  desk.clock.pass(500)
  expect(desk.sockets).toHaveLength(2)
})

test('a hint on a line that stands costs one ping', () => {
  const desk = heldDesk()
  desk.welcome()
  desk.hint('shown')
  expect(desk.newest().sent).toEqual([{ type: 'ping' }])
  desk.newest().say({ type: 'pong', cursor: 10 })
  desk.clock.pass(3000)
  expect(desk.sockets).toHaveLength(1)
})

test('after a sleep the line is known to be dead, and the next is opened at once', () => {
  const desk = heldDesk()
  desk.welcome()
  desk.clock.sleep(3_600_000)
  desk.hint('shown')
  expect(desk.sockets).toHaveLength(2)
  expect(desk.sockets[0]?.isClosed).toBe(true)
})

test('a clock that wakes up hours late gives the line up by itself, one that is a minute late asks first', () => {
  const slept = heldDesk({ chance: 0 })
  slept.welcome({ heartbeat_ms: 8000 })
  slept.clock.sleep(3_600_000)
  slept.clock.pass(0)
  expect(slept.sockets).toHaveLength(2)

  const hidden = heldDesk({ chance: 0 })
  hidden.welcome({ heartbeat_ms: 8000 })
  hidden.clock.sleep(60_000)
  hidden.clock.pass(0)
  expect(hidden.sockets).toHaveLength(1)
  expect(hidden.newest().sent).toEqual([{ type: 'ping' }])
  hidden.newest().say({ type: 'pong', cursor: 10 })
  hidden.clock.pass(4000)
  expect(hidden.sockets).toHaveLength(1)
})

test('a tab whose clock runs beats for a socket whose clock sleeps, and tries again for it', () => {
  const desk = heldDesk({ chance: 1 })
  desk.welcome({ heartbeat_ms: 8000 })
  desk.clock.sleep(7000)
  desk.hint('tick')
  expect(desk.newest().sent).toEqual([])
  desk.clock.sleep(2000)
  desk.hint('tick')
  expect(desk.newest().sent).toEqual([{ type: 'ping' }])
  desk.drop()
  desk.hint('tick')
  expect(desk.sockets).toHaveLength(1)
  desk.clock.sleep(1000)
  desk.hint('tick')
  expect(desk.sockets).toHaveLength(2)
})

test('a page that is put away lets go of its socket, and takes another where it was when it returns', () => {
  const desk = heldDesk()
  desk.welcome({ cursor: 10 })
  desk.hint('frozen')
  expect(desk.newest().isClosed).toBe(true)
  desk.clock.pass(60_000)
  expect(desk.sockets).toHaveLength(1)

  desk.hint('thawed')
  expect(desk.newest().address.searchParams.get('cursor')).toBe('10')
  desk.welcome({ resumed: true })
  expect(desk.state).toEqual({ kind: 'live' })
})

test('whoever signs out is not listened for, until they sign in', () => {
  const desk = heldDesk()
  desk.welcome()
  desk.socket.post({ kind: 'stop' })
  expect(desk.newest().isClosed).toBe(true)
  expect(desk.state).toEqual({ kind: 'stopped', why: 'not_started' })
  expect(desk.clock.isQuiet).toBe(true)

  desk.socket.post({ kind: 'start', user_id: boris, since: undefined, heard: false })
  expect(desk.sockets).toHaveLength(2)
  expect(desk.newest().address.searchParams.has('cursor')).toBe(false)
})

const endings = [
  [closeCodes.sign_in, { kind: 'signed_out' }],
  [closeCodes.forbidden, { kind: 'stopped', why: 'forbidden' }],
  [closeCodes.protocol_error, { kind: 'stopped', why: 'protocol_error' }],
  [1009, { kind: 'stopped', why: 'protocol_error' }],
  [closeCodes.contract_moved, { kind: 'outdated' }],
] as const

test.for(endings)('[W12] %i ends it, for a reason that is shown', ([code, state]) => {
  const desk = heldDesk()
  desk.welcome()
  desk.newest().close(code)
  expect(desk.state).toEqual(state)
  expect(desk.reports).toHaveLength(state.kind === 'stopped' && state.why === 'protocol_error' ? 1 : 0)
  desk.clock.pass(60_000)
  desk.hint('online')
  expect(desk.sockets).toHaveLength(1)
})

test.for([closeCodes.too_slow, closeCodes.restarting, 1006, 1001, 1000])('[W12] %i resumes', (code) => {
  const desk = heldDesk()
  desk.welcome({ cursor: 10 })
  desk.newest().close(code)
  expect(desk.state).toMatchObject({ kind: 'reconnecting' })
  desk.clock.pass(5000)
  expect(desk.newest().address.searchParams.get('cursor')).toBe('10')
})

test('[D9] a worker that restarts spreads those who come back over two seconds', () => {
  const wait = (chance: number) => {
    const desk = heldDesk({ chance })
    desk.welcome()
    desk.newest().close(closeCodes.restarting)
    return desk.state?.kind === 'reconnecting' ? desk.state.next_at : undefined
  }
  expect([wait(0), wait(0.5), wait(1)]).toEqual([0, 1000, 2000])
})
