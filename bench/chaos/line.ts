import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'

/** What lies between a tab and its worker: a line that can be cut, or fall silent without a word. */
export class Line implements AsyncDisposable {
  readonly #server: Server
  readonly #pairs = new Set<readonly [Socket, Socket]>()
  #state: 'open' | 'cut' | 'silent' = 'open'
  /** The port that it leads to; undefined if nobody is there. */
  target: () => number | undefined = () => undefined

  static async open() {
    const line = new Line()
    line.#server.listen(0, '127.0.0.1')
    await once(line.#server, 'listening')
    return line
  }

  private constructor() {
    this.#server = createServer({ allowHalfOpen: true }, (near) => this.#join(near))
  }

  get port() {
    const address = this.#server.address()
    if (!address || typeof address === 'string') throw new Error('The line is not open.')
    return address.port
  }

  get state() {
    return this.#state
  }

  /** Ends what is connected, and refuses what comes, until it is mended. */
  cut() {
    this.#state = 'cut'
    this.#hangUp()
  }

  /** Carries nothing any more, in neither direction, and ends nothing: both ends believe that the other is there. */
  silence() {
    this.#state = 'silent'
    for (const [near, far] of this.#pairs) {
      near.unpipe(far)
      far.unpipe(near)
      near.pause()
      far.pause()
    }
  }

  /** Carries again. What fell silent goes on where it stopped, or is lost for good, as a line that comes back may do. */
  mend({ lost }: { readonly lost: boolean }) {
    if (lost) this.#hangUp()
    if (this.#state === 'silent') for (const pair of this.#pairs) join(pair)
    this.#state = 'open'
  }

  async [Symbol.asyncDispose]() {
    this.#hangUp()
    this.#server.close()
    await once(this.#server, 'close')
  }

  #hangUp() {
    for (const [near, far] of this.#pairs) {
      near.destroy()
      far.destroy()
    }
    this.#pairs.clear()
  }

  #join(near: Socket) {
    near.on('error', () => near.destroy())
    const port = this.target()
    if (this.#state === 'cut' || port === undefined) {
      near.destroy()
      return
    }
    const far = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
    const pair = [near, far] as const
    this.#pairs.add(pair)
    far.on('error', () => near.destroy())
    near.on('close', () => far.destroy())
    far.on('close', () => {
      near.destroy()
      this.#pairs.delete(pair)
    })
    if (this.#state === 'open') join(pair)
  }
}

const join = ([near, far]: readonly [Socket, Socket]) => {
  near.pipe(far)
  far.pipe(near)
}
