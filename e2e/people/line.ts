import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'

/** The wire between one browser and a worker of the desk: what a browser's sockets go over can be cut, and can fall silent. */
export class Line implements AsyncDisposable {
  readonly #server: Server
  readonly #deskPort: number
  readonly #ends = new Set<Socket>()
  /** The browser's live WebSockets, with the worker's end of each. */
  readonly #sockets = new Map<Socket, Socket>()
  #isCut = false
  #isDark = false
  #opened = 0

  /** A line to a worker's port. */
  static async to(deskPort: number) {
    const line = new Line(deskPort)
    line.#server.listen(0, '127.0.0.1')
    await once(line.#server, 'listening')
    return line
  }

  private constructor(deskPort: number) {
    this.#deskPort = deskPort
    this.#server = createServer((browser) => this.#carry(browser))
  }

  /** Where the desk is, seen from this browser. */
  get address() {
    const address = this.#server.address()
    if (address === null || typeof address === 'string') throw new Error('The line has no port.')
    return `http://127.0.0.1:${address.port}`
  }

  /** How many WebSockets this browser has open now. */
  get sockets() {
    return this.#sockets.size
  }

  /** How many it has opened so far, those that were cut at once included. */
  get opened() {
    return this.#opened
  }

  /** WebSockets end, and new ones end at once. Requests go through. */
  cut() {
    this.#isCut = true
    for (const browser of this.#sockets.keys()) browser.destroy()
  }

  /** Nothing goes through: what is open ends, and what is opened ends at once. */
  darken() {
    this.#isDark = true
    for (const end of this.#ends) end.destroy()
  }

  mend() {
    this.#isCut = false
    this.#isDark = false
  }

  /** The WebSockets that are open now say nothing more and hear nothing more, and nobody tells either end. */
  fallSilent() {
    for (const pair of this.#sockets) for (const end of pair) end.unpipe().pause()
  }

  async [Symbol.asyncDispose]() {
    for (const end of this.#ends) end.destroy()
    this.#server.close()
    await once(this.#server, 'close')
  }

  #carry(browser: Socket) {
    if (this.#isDark) {
      browser.destroy()
      return
    }
    const desk = connect(this.#deskPort, '127.0.0.1')
    for (const [end, other] of [
      [browser, desk],
      [desk, browser],
    ] as const) {
      this.#ends.add(end)
      end.on('error', () => end.destroy())
      end.on('close', () => {
        this.#ends.delete(end)
        this.#sockets.delete(browser)
        other.destroy()
      })
    }
    browser.once('data', (head: Buffer) => {
      if (head.toString('latin1').startsWith('GET /api/ws')) {
        this.#opened += 1
        if (this.#isCut) browser.destroy()
        else this.#sockets.set(browser, desk)
      }
      desk.write(head)
      browser.pipe(desk)
    })
    desk.pipe(browser)
  }
}
