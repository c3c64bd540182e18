import {
  type Command,
  closeCodes,
  type ControlFrame,
  contractVersion,
  majorOf,
  type UserId,
  type Welcome,
} from '@livedesk/events'
import { waitBefore } from './backoff.ts'
import type { Clock } from './clock.ts'
import type { Connection, ConnectionState, Hint, Place, Wish } from './connection.ts'
import type { Frame } from './frames.ts'
import { Line, type OpenSocket } from './line.ts'
import { Speaker } from './speaker.ts'

export type SocketOptions = {
  readonly address: string
  readonly open: OpenSocket
  readonly clock: Clock
  readonly random: () => number
  /** Something came that the contract does not allow. */
  readonly report: (problem: string) => void
  /** An attempt ended before the desk said a word: the session may be over, which only an HTTP answer can tell. */
  readonly refused: () => void
}

type Start = Extract<Wish, { kind: 'start' }>

const stableAfter = 10_000

/** RFC 6455: what this page sent was larger than the desk takes. */
const tooLarge = 1009

/**
 * The one socket to the desk. It comes back by itself, resumes where it was, and says each event of the log once and in
 * order. Framework-free; what it says is plain data.
 */
export class DeskSocket implements Connection {
  readonly #options: SocketOptions
  readonly #speaker = new Speaker()
  #user: UserId | undefined
  #place: Place | undefined
  /** Whether those who listen know where the stream begins. */
  #isTold = false
  #line: Line | undefined
  #failures = 0
  #isOnline = true
  #viewing: Command | undefined
  #away: Command | undefined
  #cancelRetry = () => {}
  #cancelStable = () => {}

  constructor(options: SocketOptions) {
    this.#options = options
  }

  readonly subscribe: Connection['subscribe'] = (listener) => this.#speaker.subscribe(listener)

  readonly post = (wish: Wish) => {
    switch (wish.kind) {
      case 'start':
        return this.#start(wish)
      case 'stop':
        return this.#stop({ kind: 'stopped', why: 'not_started' })
      case 'send':
        return this.#send(wish.command)
      case 'hint':
        return this.#take(wish.hint)
      case 'attend':
      case 'touch':
        return
    }
  }

  #start({ user_id, since, heard }: Start) {
    if (this.#user === user_id) return
    this.#stop({ kind: 'connecting' })
    this.#user = user_id
    this.#place = since && { epoch: since.epoch, cursor: since.cursor }
    this.#isTold = heard && since !== undefined
    this.#connect()
  }

  #stop(state: ConnectionState) {
    this.#hangUp()
    this.#cancelRetry()
    this.#user = undefined
    this.#place = undefined
    this.#isTold = false
    this.#viewing = undefined
    this.#away = undefined
    this.#failures = 0
    this.#speaker.enter(state)
  }

  #send(command: Command) {
    if (command.type === 'view' || command.type === 'viewing') this.#viewing = command
    if (command.type === 'away') this.#away = command.is_away ? command : undefined
    if (this.#line?.isWelcome) this.#line.send(command)
  }

  #take(hint: Hint) {
    if (hint === 'offline') this.#isOnline = false
    if (hint === 'online' || hint === 'thawed') this.#isOnline = true
    if (this.#user === undefined) return
    if (hint === 'frozen') this.#freeze()
    else if (hint === 'tick') this.#tick()
    else if (this.#line) this.#probe(this.#line)
    else if (hint !== 'offline') this.#reconnect()
    else if (this.#speaker.state.kind === 'reconnecting')
      this.#speaker.enter({ kind: 'offline', next_at: this.#speaker.state.next_at })
  }

  /** Somebody's clock says that time passes: this one's may sleep. */
  #tick() {
    if (this.#line) this.#line.tick()
    else if ('next_at' in this.#speaker.state && this.#speaker.state.next_at <= this.#options.clock.now())
      this.#reconnect()
  }

  #freeze() {
    this.#hangUp()
    this.#cancelRetry()
    this.#speaker.enter({ kind: 'reconnecting', next_at: this.#options.clock.now() })
  }

  #probe(line: Line) {
    if (line.probe()) return
    this.#hangUp()
    this.#reconnect()
  }

  #reconnect() {
    this.#cancelRetry()
    this.#speaker.enter({ kind: 'reconnecting', next_at: this.#options.clock.now() })
    this.#connect()
  }

  #connect() {
    const { open, clock } = this.#options
    this.#line = new Line({
      address: this.#address(),
      open,
      clock,
      hear: (frame) => this.#hear(frame),
      lost: (code) => this.#lost(code),
    })
  }

  #address() {
    const asked = new URLSearchParams({ contract: contractVersion })
    if (this.#place) {
      asked.set('cursor', `${this.#place.cursor}`)
      asked.set('epoch', this.#place.epoch)
    }
    return `${this.#options.address}?${asked}`
  }

  #hear(frame: Frame) {
    switch (frame.kind) {
      case 'control':
        return this.#obey(frame.frame)
      case 'event':
        if (this.#moves(frame.seq))
          this.#speaker.say({ kind: 'event', seq: frame.seq, event: frame.event, aloud: true })
        return
      case 'passing':
        return this.#speaker.say({ kind: 'passing', event: frame.event })
      case 'unknown':
        if (frame.seq !== undefined && this.#moves(frame.seq)) this.#speaker.say({ kind: 'reached', cursor: frame.seq })
        return
      case 'malformed':
        this.#options.report(frame.problem)
        // What it told is lost: those who listen begin anew behind it.
        if (frame.seq !== undefined && this.#moves(frame.seq) && this.#place) this.#begin(this.#place)
    }
  }

  #obey(frame: ControlFrame) {
    switch (frame.type) {
      case 'welcome':
        return this.#enterDesk(frame)
      case 'resync':
        return this.#begin({ epoch: frame.epoch, cursor: frame.cursor })
      case 'pong':
        if (this.#moves(frame.cursor)) this.#speaker.say({ kind: 'reached', cursor: frame.cursor })
    }
  }

  #enterDesk({ user_id, contract, epoch, cursor, resumed, heartbeat_ms }: Welcome) {
    // Somebody else signed in at this browser.
    if (user_id !== this.#user) return this.#stop({ kind: 'signed_out' })
    if (majorOf(contract) !== majorOf(contractVersion)) return this.#stop({ kind: 'outdated' })
    this.#line?.welcome(heartbeat_ms)
    if (!resumed || !this.#isTold) this.#begin({ epoch, cursor })
    this.#cancelStable = this.#options.clock.after(stableAfter, () => (this.#failures = 0))
    this.#speaker.enter({ kind: 'live' })
    if (this.#viewing) this.#send(this.#viewing)
    if (this.#away) this.#send(this.#away)
  }

  #begin(place: Place) {
    this.#place = place
    this.#isTold = true
    this.#speaker.say({ kind: 'start', ...place })
  }

  /** Goes on to a later position of the same history; false if it is not later, and so was said before. */
  #moves(cursor: number) {
    if (!this.#place || !this.#isTold || cursor <= this.#place.cursor) return false
    this.#place = { ...this.#place, cursor }
    return true
  }

  #lost(code: number) {
    const wasSilent = this.#line?.isWelcome === false
    this.#hangUp()
    switch (code) {
      case closeCodes.sign_in:
        return this.#stop({ kind: 'signed_out' })
      case closeCodes.forbidden:
        return this.#stop({ kind: 'stopped', why: 'forbidden' })
      case closeCodes.protocol_error:
      case tooLarge:
        this.#options.report(`The desk did not take what this page sent (${code}).`)
        return this.#stop({ kind: 'stopped', why: 'protocol_error' })
      case closeCodes.contract_moved:
        return this.#stop({ kind: 'outdated' })
      default:
        this.#retry(code)
        if (wasSilent) this.#options.refused()
    }
  }

  #retry(code: number) {
    const { clock, random } = this.#options
    const wait = waitBefore(this.#failures, code, random)
    this.#failures += 1
    this.#speaker.enter({ kind: this.#isOnline ? 'reconnecting' : 'offline', next_at: clock.now() + wait })
    this.#cancelRetry = clock.after(wait, () => this.#connect())
  }

  #hangUp() {
    this.#cancelStable()
    const line = this.#line
    this.#line = undefined
    line?.close()
  }
}
