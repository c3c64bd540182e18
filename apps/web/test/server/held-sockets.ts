import type { OpenSocket } from '../../src/server/line.ts'

/** A socket in the test's hands: what was sent over it, and the desk's end of it. */
export type HeldSocket = {
  readonly address: URL
  readonly sent: unknown[]
  readonly say: (frame: unknown) => void
  readonly close: (code: number) => void
  /** Whether this end has closed it. */
  isClosed: boolean
}

/** Opens sockets that the test holds the other end of. */
export const heldSockets = () => {
  const sockets: HeldSocket[] = []
  const open: OpenSocket = (address, hear) => {
    const socket: HeldSocket = {
      address: new URL(address),
      sent: [],
      say: (frame) => hear.message(typeof frame === 'string' ? frame : JSON.stringify(frame)),
      close: (code) => hear.closed(code),
      isClosed: false,
    }
    sockets.push(socket)
    return {
      send: (text) => {
        const frame: unknown = JSON.parse(text)
        socket.sent.push(frame)
      },
      close: () => {
        socket.isClosed = true
      },
    }
  }
  return { open, sockets }
}
