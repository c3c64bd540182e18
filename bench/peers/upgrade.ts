import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'

/** An HTTP server on a free port of this machine that hands upgrades on. */
export const serve = async (onUpgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void) => {
  const server = createServer((_, response) => response.end())
  if (onUpgrade) server.on('upgrade', onUpgrade)
  await new Promise<void>((resolve) => server.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, resolve))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('The server has no port.')
  return { server, port: address.port }
}

/** Who comes. Signing in costs every system the same: nothing. */
export const userOf = ({ headers }: IncomingMessage) => Number(headers['x-user'])

/** The answer that opens a WebSocket (RFC 6455, section 4.2.2). */
export const switching = ({ headers }: IncomingMessage) => {
  const accept = createHash('sha1')
    .update(`${headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
    .digest('base64')
  return `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`
}

/** Sockets by person. */
export class Sockets<Socket> {
  readonly all = new Set<Socket>()
  readonly #ofPerson = new Map<number, Set<Socket>>()

  add(userId: number, socket: Socket) {
    this.all.add(socket)
    const theirs = this.#ofPerson.get(userId)
    if (theirs) theirs.add(socket)
    else this.#ofPerson.set(userId, new Set([socket]))
  }

  remove(userId: number, socket: Socket) {
    this.all.delete(socket)
    const theirs = this.#ofPerson.get(userId)
    theirs?.delete(socket)
    if (theirs?.size === 0) this.#ofPerson.delete(userId)
  }

  of(userId: number): Iterable<Socket> {
    return this.#ofPerson.get(userId) ?? []
  }
}
