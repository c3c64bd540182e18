import { WebSocket } from 'ws'
import { z } from 'zod'

const Frame = z.looseObject({ type: z.string(), seq: z.int().optional() })
export type Frame = z.output<typeof Frame>

/** Said in passing: at most once, in no order with the rest. */
const passing = new Set(['presence_changed', 'ticket_viewers', 'ticket_writing', 'typing'])

/** One socket as a client sees it: the frames in the order they came, those said in passing apart. */
export class Tab implements Disposable {
  readonly ws: WebSocket
  readonly received: Frame[] = []
  readonly welcomed: Promise<Frame>
  /** The code that the socket was closed with. */
  readonly closed: Promise<number>
  /** The status of an upgrade that was refused. */
  readonly refused: Promise<number | undefined>
  readonly #lines = { lasting: new Line(), passing: new Line() }

  constructor(url: string, headers: Record<string, string>) {
    this.ws = new WebSocket(url, { headers })
    this.ws.on('error', () => {})
    this.refused = new Promise((resolve) => {
      this.ws.on('unexpected-response', (request, response) => {
        resolve(response.statusCode)
        request.destroy()
      })
    })
    this.closed = new Promise((resolve) => this.ws.on('close', (code) => resolve(code)))
    this.ws.on('close', (code) => {
      for (const line of Object.values(this.#lines)) line.end(new Error(`The socket closed with ${code}.`))
    })
    this.ws.on('message', (data) => {
      const frame = Frame.parse(JSON.parse(z.instanceof(Buffer).parse(data).toString()))
      if (!passing.has(frame.type)) this.received.push(frame)
      this.#lines[passing.has(frame.type) ? 'passing' : 'lasting'].put(frame)
    })
    this.welcomed = this.next()
    this.welcomed.catch(() => {})
  }

  /** The next frame that has not been looked at. */
  next(): Promise<Frame> {
    return this.#lines.lasting.take()
  }

  /** The next frame said in passing of a type. */
  async inPassing(type: string): Promise<Frame> {
    for (;;) {
      const frame = await this.#lines.passing.take()
      if (frame.type === type) return frame
    }
  }

  /** Reads on until a frame of a type, and gives it. */
  async until(type: string): Promise<Frame> {
    for (;;) {
      const frame = await this.next()
      if (frame.type === type) return frame
    }
  }

  say(command: Record<string, unknown>) {
    this.ws.send(JSON.stringify(command))
  }

  [Symbol.dispose]() {
    this.ws.terminate()
  }
}

/** Frames in line for whoever takes them. */
class Line {
  readonly #waiting: Frame[] = []
  readonly #takers: PromiseWithResolvers<Frame>[] = []
  #over: Error | undefined

  put(frame: Frame) {
    const taker = this.#takers.shift()
    if (taker) taker.resolve(frame)
    else this.#waiting.push(frame)
  }

  take(): Promise<Frame> {
    const frame = this.#waiting.shift()
    if (frame) return Promise.resolve(frame)
    if (this.#over) return Promise.reject(this.#over)
    const taker = Promise.withResolvers<Frame>()
    this.#takers.push(taker)
    return taker.promise
  }

  end(error: Error) {
    this.#over = error
    for (const taker of this.#takers.splice(0)) taker.reject(error)
  }
}
