import { realClock } from './clock.ts'
import { type DeskPlace, openBrowserSocket, socketAddress } from './browser-socket.ts'
import { whenFree } from './locks.ts'
import type { Memory } from './memory.ts'
import type { FromTab, Port, ToTab } from './port.ts'
import { DeskSocket } from './socket.ts'
import { Switchboard } from './switchboard.ts'

/** A switchboard with a socket to the desk that this page, or worker, comes from. */
export const openSwitchboard = (place: DeskPlace, memory?: Memory) => {
  const socket = new DeskSocket({
    address: socketAddress(place),
    open: openBrowserSocket,
    clock: realClock,
    random: Math.random,
    report: (problem) => reportError(new Error(`The desk said something odd. ${problem}`)),
    refused: () => board.ask(),
  })
  const board: Switchboard = new Switchboard(socket, realClock, memory)
  return board
}

type Home = {
  readonly board: Switchboard
  readonly locks: LockManager | undefined
  /** What is locked for as long as the switchboard lives. */
  readonly lock: string
}

/** Serves a tab at the other end of a port, until it leaves or is gone without a word. Gives back what ends it. */
export const serve = ({ board, locks, lock }: Home, port: Port<ToTab, FromTab>) => {
  const seat = board.sit(port.post)
  let forget = () => {}
  const end = () => {
    forget()
    seat.leave()
    port.close()
  }
  port.lost(end)
  port.listen((message) => {
    if (message.kind === 'leaves') end()
    else if (message.kind !== 'sits') seat.take(message)
    else if (locks) forget = whenFree(locks, message.lock, end)
  })
  port.post({ kind: 'here', lock })
  return end
}

/** A line to a switchboard in this same tab. */
export const localPort = (board: Switchboard): Port<FromTab, ToTab> => {
  let hear: (message: ToTab) => void = () => {}
  const seat = board.sit((message) => hear(message))
  return {
    post: (message) => {
      if (message.kind === 'leaves') seat.leave()
      else if (message.kind !== 'sits') seat.take(message)
    },
    listen: (listener) => (hear = listener),
    lost: () => {},
    close: seat.leave,
  }
}
