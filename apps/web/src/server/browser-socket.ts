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

/** Where this page's desk takes sockets. */
export const socketAddress = ({ protocol, host }: Location) =>
  `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/api/ws`
