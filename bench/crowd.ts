import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import type { Dialect, Memory } from './dialects.ts'
import { numberIn } from './said.ts'

export type Heard = (n: number, client: Client) => void

/** One client: as little as can be between the socket and the count, so that the machine is left to the servers. */
export class Client {
  readonly userId: number
  readonly port: number
  readonly #dialect: Dialect
  readonly #heard: Heard
  readonly #memory: Memory = {}
  #socket: Socket | undefined
  #rest: Buffer | undefined
  #open = false
  #in = Promise.withResolvers<void>()

  constructor(userId: number, port: number, dialect: Dialect, heard: Heard) {
    this.userId = userId
    this.port = port
    this.#dialect = dialect
    this.#heard = heard
  }

  /** Opens a socket, the first or the next, and resolves when the client is in. */
  connect() {
    const socket = connect({ port: this.port, host: '127.0.0.1', noDelay: true })
    const entered = Promise.withResolvers<void>()
    this.#socket = socket
    this.#rest = undefined
    this.#open = false
    this.#in = entered
    socket.on('error', () => {})
    socket.on('close', () => entered.reject(new Error(`The socket of user ${this.userId} was closed.`)))
    socket.on('data', (chunk) => typeof chunk !== 'string' && this.#read(chunk))
    socket.write(
      [
        `GET ${this.#dialect.path(this.#memory)} HTTP/1.1`,
        'Host: 127.0.0.1',
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
        `X-User: ${this.userId}`,
        '\r\n',
      ].join('\r\n'),
    )
    return entered.promise
  }

  /** Is away, without a word: as a laptop that falls asleep. */
  cut() {
    this.#in.promise.catch(() => {})
    this.#socket?.removeAllListeners('data').destroy()
  }

  get connected() {
    return this.#socket !== undefined && !this.#socket.destroyed
  }

  #read(chunk: Buffer) {
    const data = this.#rest ? Buffer.concat([this.#rest, chunk]) : chunk
    let at = this.#open ? 0 : this.#readHead(data)
    while (at >= 0) {
      const next = this.#readFrame(data, at)
      if (next === undefined) break
      at = next
    }
    this.#rest = at < 0 ? data : at < data.length ? data.subarray(at) : undefined
  }

  #readHead(data: Buffer) {
    const end = data.indexOf('\r\n\r\n')
    if (end === -1) return -1
    if (!data.toString('latin1', 0, 12).endsWith(' 101')) {
      this.#in.reject(new Error(`Refused: ${data.toString('latin1', 0, end)}`))
      this.#socket?.destroy()
      return -1
    }
    this.#open = true
    if (this.#dialect.inAtOnce) this.#in.resolve()
    return end + 4
  }

  /** Reads the frame at a place, if it is all there, and says where the next one begins. */
  #readFrame(data: Buffer, at: number) {
    if (data.length < at + 2) return undefined
    const opcode = data.readUInt8(at) & 0x0f
    const short = data.readUInt8(at + 1) & 0x7f
    const header = short < 126 ? 2 : short === 126 ? 4 : 10
    if (data.length < at + header) return undefined
    const length = short < 126 ? short : short === 126 ? data.readUInt16BE(at + 2) : data.readUInt32BE(at + 6)
    const end = at + header + length
    if (data.length < end) return undefined
    const payload = data.subarray(at + header, end)
    if (opcode === 1) this.#readText(payload)
    else if (opcode === 9) this.#write(0x8a, payload)
    return end
  }

  #readText(payload: Buffer) {
    const meaning = this.#dialect.read(payload, this.#memory)
    if (meaning === 'event') {
      const n = numberIn(payload)
      if (n !== undefined) this.#heard(n, this)
    } else if (meaning === 'in') this.#in.resolve()
    else if (meaning) this.#write(0x81, Buffer.from(meaning.answer))
  }

  // Client frames are masked; a mask of zeros is one. Nothing we say is longer than 125 bytes, but an offset and a pid may be.
  #write(first: number, payload: Buffer) {
    const header =
      payload.length < 126
        ? [first, 0x80 | payload.length]
        : [first, 0x80 | 126, payload.length >> 8, payload.length & 0xff]
    this.#socket?.write(Buffer.concat([Buffer.from([...header, 0, 0, 0, 0]), payload]))
  }
}

/** Many clients in this process, counted together. */
export class Crowd implements Disposable {
  readonly clients: Client[] = []
  readonly #waiting = new Set<{ readonly count: number; readonly resolve: () => void }>()
  #received = 0
  heard: Heard = () => {}

  /** How many events all of them together have heard. */
  get received() {
    return this.#received
  }

  add(userId: number, port: number, dialect: Dialect) {
    const client = new Client(userId, port, dialect, (n, from) => {
      this.#received += 1
      this.heard(n, from)
      for (const one of this.#waiting) if (this.#received >= one.count) this.#resolve(one)
    })
    this.clients.push(client)
    return client
  }

  /** Connects everyone, a few hundred at a time. */
  async connect() {
    const todo = [...this.clients]
    const one = async () => {
      for (let client = todo.pop(); client; client = todo.pop()) await client.connect()
    }
    await Promise.all(Array.from({ length: 100 }, one))
  }

  /** Resolves when so many events have been heard since the beginning; throws when they have not within `ms`. */
  until(count: number, ms = 20_000) {
    if (this.#received >= count) return Promise.resolve()
    return new Promise<void>((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error(`Only ${this.#received} of ${count} events were heard in ${ms} ms.`)),
        ms,
      )
      this.#waiting.add({
        count,
        resolve: () => {
          clearTimeout(late)
          resolve()
        },
      })
    })
  }

  [Symbol.dispose]() {
    for (const client of this.clients) client.cut()
  }

  #resolve(one: { readonly count: number; readonly resolve: () => void }) {
    this.#waiting.delete(one)
    one.resolve()
  }
}
