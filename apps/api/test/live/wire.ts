import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

export const opcodes = { continuation: 0x0, text: 0x1, binary: 0x2, close: 0x8, ping: 0x9, pong: 0xa } as const

type FrameOptions = {
  readonly opcode: number
  readonly payload?: string | Buffer
  readonly fin?: boolean
  /** The three reserved bits, as a number from 0 to 7. */
  readonly reserved?: number
  readonly masked?: boolean
  /** What the header says of the length, where it lies. */
  readonly saysLength?: bigint
  /** How many bytes the header writes the length in: 0, 2 or 8. The shortest if not said. */
  readonly lengthBytes?: 0 | 2 | 8
}

/** A WebSocket frame from client to server (RFC 6455, section 5.2), right or wrong as asked. */
export const frame = ({
  opcode,
  payload = '',
  fin = true,
  reserved = 0,
  masked = true,
  saysLength,
  lengthBytes,
}: FrameOptions) => {
  const body = typeof payload === 'string' ? Buffer.from(payload) : payload
  const length = saysLength ?? BigInt(body.length)
  const size = lengthBytes ?? (length < 126n ? 0 : length < 65_536n ? 2 : 8)
  const header = Buffer.alloc(2 + size)
  header[0] = (fin ? 0x80 : 0) | (reserved << 4) | opcode
  header[1] = (masked ? 0x80 : 0) | (size === 0 ? Number(length) : size === 2 ? 126 : 127)
  if (size === 2) header.writeUInt16BE(Number(length), 2)
  if (size === 8) header.writeBigUInt64BE(length, 2)
  if (!masked) return Buffer.concat([header, body])
  const mask = randomBytes(4)
  return Buffer.concat([header, mask, body.map((byte, index) => byte ^ (mask[index % 4] ?? 0))])
}

export const text = (payload: string | Buffer, options: Partial<FrameOptions> = {}) =>
  frame({ opcode: opcodes.text, payload, ...options })

/** The lines of an upgrade request. A header given as undefined is left out; one given as a list is sent that many times. */
export const upgrade = (
  path = '/api/ws',
  headers: Readonly<Record<string, string | readonly string[] | undefined>> = {},
  requestLine = `GET ${path} HTTP/1.1`,
) => {
  const all = {
    Host: 'desk.test',
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
    ...headers,
  }
  const lines = Object.entries(all).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((one) => `${name}: ${one}`),
  )
  return Buffer.from(`${[requestLine, ...lines].join('\r\n')}\r\n\r\n`, 'latin1')
}

/** A TCP connection that keeps every byte it is sent, and reads them only when it is asked to. */
export class Wire implements Disposable {
  readonly socket: Socket
  readonly ended: Promise<void>
  #received = Buffer.alloc(0)

  private constructor(socket: Socket) {
    this.socket = socket
    socket.on('error', () => {})
    socket.on('data', (chunk: Buffer) => {
      this.#received = Buffer.concat([this.#received, chunk])
    })
    this.ended = new Promise((resolve) => socket.once('close', () => resolve()))
  }

  static async open(url: string) {
    const { hostname, port } = new URL(url)
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true })
    await once(socket, 'connect')
    socket.on('end', () => socket.end())
    return new Wire(socket)
  }

  /** A socket that has been let in, as a person. */
  static async admitted(url: string, userId: number, path = '/api/ws') {
    const wire = await Wire.open(url)
    wire.socket.write(upgrade(path, { 'x-user': String(userId) }))
    await wire.until((received) => received.includes('"type":"welcome"'))
    return wire
  }

  get received() {
    return this.#received
  }

  /** The status of the HTTP answer. */
  get status() {
    const line = /^HTTP\/1\.[01] (\d{3})/u.exec(this.#received.subarray(0, 16).toString('latin1'))
    return line ? Number(line[1]) : undefined
  }

  /** The code of the close frame, if one has come: server frames are not masked, and a close frame is the last. */
  get closeCode() {
    for (const { opcode, payload } of this.frames()) {
      if (opcode === opcodes.close) return payload.length >= 2 ? payload.readUInt16BE() : 1005
    }
    return undefined
  }

  /** The whole frames that came after the handshake. */
  frames() {
    const start = this.#received.indexOf('\r\n\r\n')
    return start === -1 ? [] : serverFrames(this.#received.subarray(start + 4))
  }

  /** How it ends: with a close code, or `undefined` if the connection ends without one. */
  async outcome() {
    await this.until(() => this.closeCode !== undefined).catch(() => {})
    return this.closeCode
  }

  /** The status that answers a request, or `undefined` if the connection ends without one. */
  async answered() {
    await this.until(() => this.status !== undefined).catch(() => {})
    return this.status
  }

  /** Resolves when what was received fits; rejects when the connection ends before that. */
  async until(fits: (received: Buffer) => boolean) {
    while (!fits(this.#received)) {
      if (this.socket.destroyed || this.socket.readableEnded)
        throw new Error(`It ended with ${this.#received.toString('latin1')}`)
      await Promise.race([once(this.socket, 'data'), this.ended])
    }
  }

  [Symbol.dispose]() {
    this.socket.destroy()
  }
}

/** Reads server frames, and throws if what is there is not a sequence of them: frames that were written into one another. */
export const serverFrames = (bytes: Buffer) => {
  const frames: { opcode: number; payload: Buffer }[] = []
  let at = 0
  while (bytes.length - at >= 2) {
    const first = bytes.readUInt8(at)
    const short = bytes.readUInt8(at + 1)
    if ((first & 0xf0) !== 0x80 || short > 127)
      throw new Error(`Not a server frame at byte ${at}: ${first.toString(16)} ${short.toString(16)}`)
    const size = short < 126 ? 0 : short === 126 ? 2 : 8
    if (bytes.length - at < 2 + size) break
    const length = size === 0 ? short : size === 2 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2))
    const start = at + 2 + size
    if (bytes.length < start + length) break
    frames.push({ opcode: first & 0x0f, payload: bytes.subarray(start, start + length) })
    at = start + length
  }
  return frames
}
