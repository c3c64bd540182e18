import type { OpenSocket } from './line.ts'

/** A socket of the browser's own. */
export const openBrowserSocket: OpenSocket = (address, hear) => {
  const socket = new WebSocket(address)
  socket.addEventListener('message', ({ data }) => hear.message(data))
  socket.addEventListener('close', ({ code }) => hear.closed(code))
  return {
    send: (text) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text)
    },
    close: () => socket.close(),
  }
}

/** Where a page or a worker comes from. */
export type DeskPlace = Pick<Location, 'protocol' | 'host'>

/** Where the desk of this place takes sockets. */
export const socketAddress = ({ protocol, host }: DeskPlace) =>
  `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/api/ws`
