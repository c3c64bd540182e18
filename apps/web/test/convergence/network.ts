import { type Answer, problem, read, write } from './answers.ts'
import type { Desk, Transaction } from './desk.ts'
import type { Log } from './log.ts'
import type { UserId } from '@livedesk/events'

/** What a request was answered with when the desk took it: the bytes, and what position they are said to have. */
type Taken = { readonly answer: Answer | 'lost'; readonly position: () => Record<string, string> }

type Request = {
  readonly address: URL
  readonly method: string
  readonly body: unknown
  taken: Taken | undefined
  readonly deliver: (taken: Taken) => void
}

/** How the desk deals with a request that it takes. */
export type Mood = 'answers' | 'refuses' | 'is_unreachable' | 'answer_is_lost'

/** The way between a tab and its desk: a request waits to be taken, its answer waits to arrive, each as long as it likes. */
export class Network {
  readonly #desk: Desk
  readonly #log: Log
  readonly #tellsAhead: boolean
  requests: Request[] = []
  /** Who is signed in at this browser. */
  viewer: UserId

  constructor(desk: Desk, log: Log, viewer: UserId, tellsAhead: boolean) {
    this.#desk = desk
    this.#log = log
    this.viewer = viewer
    this.#tellsAhead = tellsAhead
  }

  readonly fetch = (path: string, { method = 'GET', body, signal }: RequestInit = {}) =>
    new Promise<Response>((resolve, reject) => {
      const request: Request = {
        address: new URL(path, 'http://desk.test'),
        method,
        body: typeof body === 'string' ? JSON.parse(body) : undefined,
        taken: undefined,
        deliver: ({ answer, position }) => {
          if (answer === 'lost') return reject(new TypeError('fetch failed'))
          const text = answer.status === 204 ? null : JSON.stringify(answer.body)
          resolve(new Response(text, { status: answer.status, headers: method === 'GET' ? position() : {} }))
        },
      }
      this.requests.push(request)
      signal?.addEventListener('abort', () => {
        this.requests = this.requests.filter((other) => other !== request)
        reject(new DOMException('aborted', 'AbortError'))
      })
    })

  /** The desk takes a request: reads or does what it asks. A worker that is `lag` events behind says so of what it read. */
  take(request: Request, mood: Mood, lag: number, at: string) {
    if (request.taken) return
    const isRead = request.method === 'GET'
    if (mood === 'is_unreachable') request.taken = { answer: 'lost', position: () => ({}) }
    else if (mood === 'refuses' && !isRead) request.taken = { answer: problem(422), position: () => ({}) }
    else {
      const position = this.#position(isExact(request.address) ? 0 : lag, isExact(request.address))
      const { address, body } = request
      const answer = isRead ? read(this.#desk, this.viewer, address) : write(this.#desk, this.viewer, address, body, at)
      const kept: Answer = { status: answer.status, body: structuredClone(answer.body) }
      request.taken = { answer: mood === 'answer_is_lost' ? 'lost' : kept, position }
    }
  }

  /** The answer arrives. What was read before it was numbered is numbered now: an answer that tells it waits for that. */
  arrive(request: Request) {
    if (!request.taken) return
    this.requests = this.requests.filter((other) => other !== request)
    request.deliver(request.taken)
  }

  #position(lag: number, tellsAhead: boolean) {
    const { epoch } = this.#log
    const cursor = Math.max(0, this.#log.head - lag)
    const unnumbered: readonly Transaction[] = [...this.#desk.inbox]
    return () => {
      if (tellsAhead && unnumbered.some((one) => this.#desk.inbox.includes(one)))
        this.#log.number(this.#desk.inbox.length, [])
      const ahead = tellsAhead && this.#tellsAhead ? unnumbered.flatMap((one) => this.#log.numbersOf(one)) : []
      return { 'Livedesk-Epoch': epoch, 'Livedesk-Cursor': `${cursor}`, 'Livedesk-Ahead': ahead.join(',') }
    }
  }
}

/** Answers that count things: the desk reads them and their exact position in one snapshot. */
const isExact = ({ pathname }: URL) => /^\/api\/(?:tickets|views|saved-views|chats|notifications)$/u.test(pathname)
