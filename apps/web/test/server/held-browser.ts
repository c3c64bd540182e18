import type { TicketId, UserId } from '@livedesk/events'
import type { Place } from '../../src/server/connection.ts'
import type { Memory } from '../../src/server/memory.ts'
import { localPort } from '../../src/server/serve.ts'
import { type Looking, SharedConnection } from '../../src/server/shared-connection.ts'
import { DeskSocket } from '../../src/server/socket.ts'
import { EventStream, type News } from '../../src/server/stream.ts'
import { Switchboard } from '../../src/server/switchboard.ts'
import { HeldClock } from '../held-clock.ts'
import { aWelcome, boris } from './held-desk.ts'
import { heldSockets } from './held-sockets.ts'

/** A browser with many tabs on one switchboard, and its sockets in the test's hands. */
export const heldBrowser = () => {
  const clock = new HeldClock()
  const { open, sockets } = heldSockets()
  /** What each tab does to find the switchboard, and to leave it. */
  const finders = new Map<Looking, { find: () => void; leave: () => void }>()

  const openBoard = (memory?: Memory) => {
    const socket = new DeskSocket({
      address: 'ws://desk.test/api/ws',
      open,
      clock,
      random: () => 0.5,
      report: () => {},
      refused: () => board.ask(),
    })
    const board: Switchboard = new Switchboard(socket, clock, memory)
    return board
  }
  let board = openBoard()

  const way = (tab: Looking) => {
    let port = localPort(board)
    const find = () => {
      port = localPort(board)
      tab.meet(port)
    }
    tab.meet(port)
    finders.set(tab, { find, leave: () => port.close() })
    return () => {
      finders.delete(tab)
      port.close()
    }
  }

  const openTab = () => {
    const news: News[] = []
    const told: number[] = []
    let asked = 0
    const connection = new SharedConnection({ way, ask: () => (asked += 1), now: clock.now })
    const stream = new EventStream(connection)
    stream.subscribe((one) => {
      news.push(one)
      if (one.kind === 'event' && stream.isAloud) told.push(one.seq)
    })
    return {
      stream,
      connection,
      /** The numbers of events that the person was told of here. */
      told,
      get asked() {
        return asked
      },
      get heard() {
        return news.flatMap((one) => (one.kind === 'event' ? [one.seq] : []))
      },
      get begins() {
        return news.flatMap((one) => (one.kind === 'start' ? [one.cursor] : []))
      },
      signIn: (since?: Place, user: UserId = boris) => stream.start(user, since),
      view: (ticket_id: TicketId | null) => stream.send({ type: 'view', ticket_id }),
      attend: (attention: 'focused' | 'visible' | 'hidden') => connection.post({ kind: 'attend', attention }),
      touch: () => connection.post({ kind: 'touch', at: clock.now() }),
      putAway: () => connection.post({ kind: 'hint', hint: 'frozen' }),
      comeBack: () => connection.post({ kind: 'hint', hint: 'thawed' }),
    }
  }
  type HeldTab = ReturnType<typeof openTab>

  const newest = () => {
    const last = sockets.at(-1)
    if (!last) throw new Error('No socket was opened.')
    return last
  }
  return {
    clock,
    sockets,
    newest,
    openTab,
    /** A tab of someone who is signed in, on a socket that is live. */
    openLive: (since?: Place): HeldTab => {
      const tab = openTab()
      tab.signIn(since)
      newest().say({ ...aWelcome, ...(since && { cursor: since.cursor, resumed: true }) })
      return tab
    },
    welcome: (more: object = {}) => newest().say({ ...aWelcome, ...more }),
    /** The place of the switchboard dies, and this tab is the first to go on, with what it has heard. */
    succeed: (successor: HeldTab) => {
      const all = [...finders]
      for (const [, { leave }] of all) leave()
      const first = all.find(([{ memory }]) => memory.place?.cursor === successor.stream.place?.cursor)
      board = openBoard(first?.[0].memory.copy())
      for (const [, { find }] of all) find()
    },
  }
}
