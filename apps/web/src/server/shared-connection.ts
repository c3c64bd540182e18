import type { UserId } from '@livedesk/events'
import type { Attention, Connection, ConnectionState, Place, Wish } from './connection.ts'
import { Memory } from './memory.ts'
import type { FromTab, Port, ToTab } from './port.ts'
import { Speaker } from './speaker.ts'

/** What a tab offers to a way: what it has heard, in case the switchboard is to be here, and what to do about a port. */
export type Looking = {
  readonly memory: Memory
  /** A switchboard was found, for the first time or in place of one that is gone. */
  readonly meet: (port: Port<FromTab, ToTab>) => void
  /** The switchboard is gone, and another is looked for. */
  readonly lost: () => void
}

/** How a tab finds the switchboard that it shares with the other tabs of its browser. Gives back what ends the looking. */
export type Way = (looking: Looking) => () => void

type Options = {
  readonly way: Way
  /** The desk refused a socket: finds out who is signed in. */
  readonly ask: () => void
  readonly now: () => number
}

/** A tab's end of the connection that all tabs of a browser share. It goes on from where it was, whoever serves it. */
export class SharedConnection implements Connection {
  readonly #options: Options
  readonly #speaker = new Speaker()
  readonly #memory = new Memory()
  #wanted: { readonly user_id: UserId; readonly since: Place | undefined } | undefined
  #viewing: Wish | undefined
  #attention: Attention = 'hidden'
  #touched: Wish | undefined
  #port: Port<FromTab, ToTab> | undefined
  #leave: (() => void) | undefined

  constructor(options: Options) {
    this.#options = options
    this.#look()
  }

  readonly subscribe: Connection['subscribe'] = (listener) => this.#speaker.subscribe(listener)

  readonly post = (wish: Wish) => {
    switch (wish.kind) {
      case 'start':
        return this.#start(wish)
      case 'stop':
        this.#forget()
        this.#speaker.enter({ kind: 'stopped', why: 'not_started' })
        break
      case 'send':
        if (wish.command.type === 'view') this.#viewing = wish
        break
      case 'attend':
        this.#attention = wish.attention
        break
      case 'touch':
        this.#touched = wish
        break
      case 'hint':
        if (wish.hint === 'frozen') return this.#freeze()
        if (wish.hint === 'thawed') this.#look()
    }
    this.#port?.post(wish)
  }

  #start({ user_id, since }: Start) {
    if (this.#wanted?.user_id === user_id) return
    this.#forget()
    this.#wanted = { user_id, since: since && { epoch: since.epoch, cursor: since.cursor } }
    this.#speaker.enter({ kind: 'connecting' })
    this.#listen()
  }

  /** Says who listens here and from where on: what was heard already is gone on from. */
  #listen() {
    const { place } = this.#memory
    if (this.#wanted) {
      const { user_id, since } = this.#wanted
      this.#port?.post({ kind: 'start', user_id, since: place ?? since, heard: place !== undefined })
    }
  }

  #forget() {
    this.#memory.forget()
    this.#wanted = undefined
    this.#viewing = undefined
  }

  #look() {
    if (this.#leave) return
    this.#leave = this.#options.way({
      memory: this.#memory,
      meet: (port) => this.#meet(port),
      lost: () => this.#lose(),
    })
  }

  #meet(port: Port<FromTab, ToTab>) {
    this.#port = port
    port.listen((message) => this.#port === port && this.#hear(message))
    port.post({ kind: 'attend', attention: this.#attention })
    if (this.#touched) port.post(this.#touched)
    this.#listen()
    if (this.#viewing) port.post(this.#viewing)
  }

  #lose() {
    this.#port = undefined
    if (this.#wanted) this.#speaker.enter({ kind: 'reconnecting', next_at: this.#options.now() })
  }

  /** The page is put away: the browser keeps it for "back" only if it holds nothing open. */
  #freeze() {
    this.#port?.post({ kind: 'leaves' })
    this.#leave?.()
    this.#leave = undefined
    this.#lose()
  }

  #hear(message: ToTab) {
    switch (message.kind) {
      case 'here':
        return
      case 'ask':
        return this.#options.ask()
      case 'state':
        if (isOver(message.state)) this.#forget()
        return this.#speaker.enter(message.state)
      case 'start':
        this.#memory.begin(message)
        break
      case 'event':
        if (!this.#memory.hears(message)) return
        break
      case 'reached':
        this.#memory.moves(message.cursor)
        break
      case 'passing':
    }
    this.#speaker.say(message)
  }
}

type Start = Extract<Wish, { kind: 'start' }>

/** Nothing more is heard until somebody asks for it anew. */
const isOver = ({ kind }: ConnectionState) => kind === 'signed_out' || kind === 'outdated' || kind === 'stopped'
