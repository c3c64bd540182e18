import { Command, type CommandOf, contractVersion, majorOf, type Pong } from '@livedesk/events'
import { type IncomingMessage, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Logger } from 'pino'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import { Allowance } from './allowance.ts'
import { Connection, type SignedIn } from './connection.ts'
import type { Bookmark } from './follower.ts'
import { textFrame } from './frame.ts'
import type { Hub } from './hub.ts'
import type { LiveMetrics } from './metrics.ts'
import type { Presence } from './presence.ts'
import { Pulse } from './pulse.ts'

/** What features do with the frames a client sends. A handler that fails ends nothing but its own frame. */
export type CommandHandlers = {
  readonly [T in Exclude<Command['type'], 'ping' | 'view' | 'viewing' | 'away'>]: (
    from: SignedIn,
    command: CommandOf<T>,
  ) => Promise<void> | void
}

export type EndpointOptions = {
  readonly hub: Hub
  readonly log: Logger
  readonly metrics: LiveMetrics
  readonly heartbeatMs: number
  /** Who asks, by cookie or bearer token; undefined if nobody who is signed in. */
  readonly authenticate: (request: IncomingMessage) => Promise<SignedIn | undefined>
  /** Whether a page of this origin may open a socket here. Requests without an Origin do not come from a page. */
  readonly allowedOrigin: (request: IncomingMessage) => boolean
  readonly commands: CommandHandlers
  readonly presence: Presence
}

const maxPayload = 64 * 1024
const maxSocketsPerPerson = 200
const maxUpgradesPending = 2000

/** What a client may send at once, and a second in the long run: frames of every kind, and bytes, whatever they say. */
const frames = { burst: 60, perSecond: 20 }
const bytes = { burst: 256 * 1024, perSecond: 32 * 1024 }

/** `GET /api/ws`: lets people in, reads what they send, and hangs up on those who are gone. */
export class Endpoint {
  readonly #options: EndpointOptions
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload,
    perMessageDeflate: false,
    clientTracking: false,
    // Pings are answered here, where they are counted.
    autoPong: false,
  })
  #pending = 0
  #leaving = false

  constructor(options: EndpointOptions) {
    this.#options = options
  }

  /** Answers one upgrade request: with a socket, or with a plain HTTP refusal. Never throws. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer) {
    socket.on('error', () => socket.destroy())
    this.#admit(request, socket, head).catch((error: unknown) => {
      this.#options.log.error({ err: error }, 'an upgrade failed')
      this.#refuse(socket, 503, 'The desk cannot take sockets just now.')
    })
  }

  /** Refuses newcomers from now on, and sends those who are here elsewhere, spread over `spreadMs`. */
  async leave(spreadMs: number) {
    this.#leaving = true
    const here = [...this.#options.hub.connections()]
    const slices = Math.min(20, here.length)
    for (let slice = 0; slice < slices; slice += 1) {
      for (let index = slice; index < here.length; index += slices) {
        here[index]?.close('restarting', 'This worker restarts: come back in a moment.')
      }
      await new Promise((resolve) => setTimeout(resolve, spreadMs / slices))
    }
  }

  async #admit(request: IncomingMessage, socket: Duplex, head: Buffer) {
    const { hub, authenticate, allowedOrigin } = this.#options
    if (this.#leaving || this.#pending >= maxUpgradesPending)
      return this.#refuse(socket, 503, 'This worker is leaving or busy.')
    if (request.headers.origin !== undefined && !allowedOrigin(request)) {
      return this.#refuse(socket, 403, 'Pages of this origin may not listen here.')
    }
    const asked = Query.safeParse(queryOf(request.url))
    if (!asked.success)
      return this.#refuse(socket, 400, 'cursor must be a whole number, and epoch and contract as the desk said them.')

    this.#pending += 1
    const since = hub.position
    const who = await authenticate(request).finally(() => (this.#pending -= 1))
    if (!who) return this.#refuse(socket, 401, 'Sign in first.')
    if (socket.destroyed) return
    if (hub.connectionsOf(who.userId) >= maxSocketsPerPerson)
      return this.#refuse(socket, 429, 'You have too many sockets open.')

    this.#server.handleUpgrade(request, socket, head, (ws) => {
      this.#open(new Connection(ws, socket, who), ws, socket, asked.data, since)
    })
  }

  #open(connection: Connection, ws: WebSocket, stream: Duplex, asked: z.output<typeof Query>, since: number) {
    const { hub, log, metrics, heartbeatMs, presence } = this.#options
    const { who } = connection
    const pulse = new Pulse(ws, connection, heartbeatMs)
    const allowed = { frames: new Allowance(frames), bytes: new Allowance(bytes) }
    metrics.connections.inc()

    ws.on('error', () => ws.terminate())
    ws.on('close', (code) => {
      pulse[Symbol.dispose]()
      hub.remove(connection)
      metrics.connections.dec()
      metrics.closed.inc({ code: connection.closedWith ?? code })
      presence.went(connection)
    })
    const overrun = () => {
      connection.close('protocol_error', 'Too much at once.')
      // What else it sends is not even read.
      ws.pause()
    }
    const counted = () => {
      pulse.heard()
      if (connection.closed) return false
      if (allowed.frames.take(1)) return true
      overrun()
      return false
    }
    stream.on('data', (chunk: Buffer) => connection.closed || allowed.bytes.take(chunk.length) || overrun())
    ws.on('ping', (data) => counted() && connection.pong(data))
    ws.on('pong', () => counted())
    ws.on('message', (data, isBinary) => counted() && this.#receive(connection, data, isBinary))

    if (asked.contract !== undefined && majorOf(asked.contract) !== majorOf(contractVersion)) {
      connection.close('contract_moved', 'Reload the page: this desk speaks another version.')
      return
    }
    const bookmark: Bookmark | undefined =
      asked.cursor === undefined ? undefined : { cursor: asked.cursor, epoch: asked.epoch }
    hub.admit(connection, bookmark).catch((error: unknown) => {
      log.warn({ err: error }, 'could not let a socket in')
      connection.close('too_slow', 'The log could not be read: come back.')
    })
    if (this.#leaving) connection.close('restarting', 'This worker restarts: come back in a moment.')
    // Signed out after it was asked who this is, and before the socket could be found by its session.
    const session = hub.endedSince(since, who)
    if (session === 'ended') connection.close('sign_in', 'This session is over.')
    if (session === 'unknown') connection.close('too_slow', 'The log was replaced just now: come back.')
  }

  #receive(connection: Connection, data: RawData, isBinary: boolean) {
    if (isBinary || !Buffer.isBuffer(data)) return connection.close('protocol_error', 'Frames are JSON text.')
    const command = Command.safeParse(tryJson(data.toString()))
    if (!command.success) return connection.close('protocol_error', 'Not a frame of the contract.')
    void this.#obey(connection, command.data)
  }

  async #obey(connection: Connection, command: Command) {
    const { hub, commands, presence, log } = this.#options
    try {
      switch (command.type) {
        case 'ping': {
          const cursor = hub.cursorOf(connection)
          if (cursor === undefined) return
          const pong: Pong = { type: 'pong', cursor }
          if (connection.offer(textFrame(JSON.stringify(pong)))) connection.flush()
          return
        }
        case 'typing':
          return await commands.typing(connection.who, command)
        case 'writing':
          return await commands.writing(connection.who, command)
        case 'read':
          return await commands.read(connection.who, command)
        case 'view':
          return presence.views(connection, command.ticket_id === null ? [] : [command.ticket_id])
        case 'viewing':
          return presence.views(connection, command.ticket_ids)
        case 'away':
          return presence.attends(connection, !command.is_away)
      }
    } catch (error) {
      log.warn({ err: error, command: command.type }, 'a client frame could not be obeyed')
    }
  }

  #refuse(socket: Duplex, status: number, detail: string) {
    this.#options.metrics.refused.inc({ status })
    const body = JSON.stringify({ type: 'about:blank', title: STATUS_CODES[status], status, detail })
    socket.end(
      [
        `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
        'Connection: close',
        'Content-Type: application/problem+json',
        `Content-Length: ${Buffer.byteLength(body)}`,
        '',
        body,
      ].join('\r\n'),
    )
    socket.once('finish', () => socket.destroy())
  }
}

const Query = z.object({
  cursor: z
    .string()
    .regex(/^\d{1,15}$/u)
    .transform(Number)
    .optional(),
  epoch: z.string().max(64).optional(),
  contract: z
    .string()
    .regex(/^\d{1,4}(\.\d{1,4})?$/u)
    .optional(),
})

/** The query of an address; undefined if it is no address. */
const queryOf = (address = '/') =>
  URL.canParse(address, 'http://desk') ? Object.fromEntries(new URL(address, 'http://desk').searchParams) : undefined

const tryJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
