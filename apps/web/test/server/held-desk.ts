import { contractVersion, UserId } from '@livedesk/events'
import type { ConnectionState, Hint, Place, Said } from '../../src/server/connection.ts'
import { DeskSocket } from '../../src/server/socket.ts'
import { HeldClock } from '../held-clock.ts'
import { heldSockets } from './held-sockets.ts'

export const boris = UserId.parse(2)

type Parts = {
  /** Where on from; from now on without. */
  readonly since?: Place
  /** What chance gives, from 0 to 1. */
  readonly chance?: number
}

/** A socket that a test holds both ends of: what it is told, what it says, and its time. */
export const heldDesk = ({ since, chance = 0.5 }: Parts = {}) => {
  const clock = new HeldClock()
  const { open, sockets } = heldSockets()
  const said: Said[] = []
  const reports: string[] = []
  let refusals = 0
  const socket = new DeskSocket({
    address: 'ws://desk.test/api/ws',
    open,
    clock,
    random: () => chance,
    report: (problem) => reports.push(problem),
    refused: () => (refusals += 1),
  })
  socket.subscribe((one) => said.push(one))
  socket.post({ kind: 'start', user_id: boris, since, heard: false })

  const newest = () => {
    const last = sockets.at(-1)
    if (!last) throw new Error('No socket was opened.')
    return last
  }

  return {
    socket,
    clock,
    sockets,
    reports,
    newest,
    get refusals() {
      return refusals
    },
    /** What it said, but its states. */
    get said() {
      return said.filter(({ kind }) => kind !== 'state')
    },
    get state(): ConnectionState | undefined {
      return said.flatMap((one) => (one.kind === 'state' ? [one.state] : [])).at(-1)
    },
    hint: (hint: Hint) => socket.post({ kind: 'hint', hint }),
    /** The desk lets the newest socket in. */
    welcome: (more: object = {}) => newest().say({ ...aWelcome, ...more }),
    /** The line breaks without a word. */
    drop: () => newest().close(1006),
  }
}

export const aWelcome = {
  type: 'welcome',
  user_id: 2,
  cursor: 10,
  epoch: 'e1',
  resumed: false,
  heartbeat_ms: 8000,
  contract: contractVersion,
}

/** Events as they come over the wire. */
export const userChanged = (seq: number, name = 'Clara') => ({
  type: 'user_changed',
  seq,
  user: { id: 3, name, email: 'clara@desk.test', role: 'agent', active: true, version: seq },
})
