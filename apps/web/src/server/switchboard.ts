import type { TicketId, UserId } from '@livedesk/events'
import { AwayWatch } from './away-watch.ts'
import type { Clock } from './clock.ts'
import type { Attention, Connection, ConnectionState, Place, Said, Wish } from './connection.ts'
import { Here } from './here.ts'
import { Memory } from './memory.ts'
import type { ToTab } from './port.ts'

/** A tab's place at the switchboard. */
export type Seat = {
  readonly take: (wish: Wish) => void
  /** The tab is gone: what it had open, it has no more. */
  readonly leave: () => void
}

type Tab = {
  readonly say: (message: ToTab) => void
  /** Who listens there, and from where on: until the tab is told of a beginning, it waits. */
  listens: { readonly user: UserId; readonly since: Place | undefined; readonly heard: boolean } | undefined
  isTold: boolean
  viewing: TicketId | null
  attention: Attention
  /** When it was attended to last, in this switchboard's own count. */
  attendedAt: number
}

const notStarted: ConnectionState = { kind: 'stopped', why: 'not_started' }
const ranks: Record<Attention, number> = { focused: 2, visible: 1, hidden: 0 }

/** No more than the contract allows to be said. */
const mostViewed = 100

/**
 * Many tabs on one socket. Each gets its own true stream, wherever the socket is when it comes: from the place it knows, as
 * long as what happened since is remembered, else from a beginning. Only one is told to tell the person.
 */
export class Switchboard {
  readonly #socket: Connection
  readonly #away: AwayWatch
  readonly #memory: Memory
  readonly #here = new Here()
  readonly #tabs = new Set<Tab>()
  #user: UserId | undefined
  #state: ConnectionState = notStarted
  #viewed = ''
  #attended = 0
  /** How far the person was told before this switchboard began. */
  #toldUpTo: Place | undefined

  /** With what was heard before, if another switchboard served the same tabs. */
  constructor(socket: Connection, clock: Clock, memory = new Memory()) {
    this.#socket = socket
    this.#away = new AwayWatch(clock, (is_away) => socket.post({ kind: 'send', command: { type: 'away', is_away } }))
    this.#memory = memory
    socket.subscribe((said) => this.#hear(said))
  }

  /** Gives a tab a place. */
  sit(say: (message: ToTab) => void): Seat {
    const tab: Tab = {
      say,
      listens: undefined,
      isTold: false,
      viewing: null,
      attention: 'hidden',
      attendedAt: 0,
    }
    this.#tabs.add(tab)
    return { take: (wish) => this.#take(tab, wish), leave: () => this.#leave(tab) }
  }

  /** An attempt to reach the desk was refused: one tab finds out for all whether somebody is signed in. */
  ask() {
    this.#attentive()?.say({ kind: 'ask' })
  }

  #take(tab: Tab, wish: Wish) {
    switch (wish.kind) {
      case 'start':
        return this.#start(tab, wish)
      case 'stop':
        return this.#stop(tab)
      case 'send':
        if (wish.command.type !== 'view') return this.#socket.post(wish)
        tab.viewing = wish.command.ticket_id
        return this.#view()
      case 'hint':
        return this.#socket.post(wish)
      case 'attend':
        tab.attention = wish.attention
        tab.attendedAt = this.#attended += 1
        return
      case 'touch':
        this.#away.touch(wish.at)
    }
  }

  #start(tab: Tab, { user_id: user, since, heard }: Extract<Wish, { kind: 'start' }>) {
    tab.listens = { user, since, heard }
    tab.isTold = false
    if (heard && since && !(this.#toldUpTo?.epoch === since.epoch && this.#toldUpTo.cursor > since.cursor))
      this.#toldUpTo = since
    if (this.#user === user) tab.say({ kind: 'state', state: this.#state })
    else this.#listenFor(user, tab)
    if (this.#memory.place) this.#join(tab, this.#memory.place)
  }

  /** Somebody signed in: whoever listened before, or stands at the door, finds out who it is. */
  #listenFor(user: UserId, first: Tab) {
    const goesOn = first.listens?.heard === true && this.#memory.place !== undefined
    this.#user = user
    this.#viewed = ''
    for (const tab of this.#tabs) if (tab !== first) this.#dismiss(tab)
    if (!goesOn) this.#memory.forget()
    const since = goesOn ? this.#memory.place : first.listens?.since
    this.#socket.post({ kind: 'start', user_id: user, since, heard: goesOn })
    this.#view()
    this.#away.begin()
  }

  /** The tabs of one browser share one session: when it is over for one, it is over for all. */
  #stop(tab: Tab) {
    const wasListening = tab.listens !== undefined
    tab.listens = undefined
    tab.isTold = false
    tab.viewing = null
    tab.say({ kind: 'state', state: notStarted })
    if (!wasListening) return
    for (const other of this.#tabs) if (other.listens) this.#dismiss(other)
    this.#end()
  }

  #dismiss(tab: Tab) {
    tab.listens = undefined
    tab.isTold = false
    tab.viewing = null
    tab.say({ kind: 'state', state: { kind: 'signed_out' } })
  }

  #end() {
    this.#user = undefined
    this.#memory.forget()
    this.#viewed = ''
    this.#toldUpTo = undefined
    this.#away.end()
    this.#socket.post({ kind: 'stop' })
  }

  #leave(tab: Tab) {
    if (!this.#tabs.delete(tab)) return
    if (this.#tabs.size === 0) this.#end()
    else this.#view()
  }

  /** Tells a tab where its stream begins, and what it has not heard since. */
  #join(tab: Tab, { epoch, cursor }: Place) {
    const { since, heard } = tab.listens ?? { since: undefined, heard: false }
    const isKnown = since !== undefined && this.#memory.covers(since)
    const from = isKnown ? Math.min(since.cursor, cursor) : cursor
    tab.isTold = true
    if (!isKnown || !heard) tab.say({ kind: 'start', epoch, cursor: from })
    for (const missed of this.#memory.after({ epoch, cursor: from, ahead: [] })) {
      tab.say({ kind: 'event', ...missed, aloud: false })
    }
    tab.say({ kind: 'reached', cursor })
    for (const event of this.#here.told()) tab.say({ kind: 'passing', event })
  }

  /** What is open in any tab is open at this browser. */
  #view() {
    const viewed = [...new Set([...this.#tabs].flatMap(({ viewing }) => viewing ?? []))]
    const ticket_ids = viewed.slice(-mostViewed)
    if (ticket_ids.join() === this.#viewed || this.#user === undefined) return
    this.#viewed = ticket_ids.join()
    this.#socket.post({ kind: 'send', command: { type: 'viewing', ticket_ids } })
  }

  #hear(said: Said) {
    switch (said.kind) {
      case 'state':
        return this.#enter(said.state)
      case 'start':
        return this.#begin(said)
      case 'event': {
        if (!this.#memory.hears(said)) return
        const attentive = this.#wasTold(said.seq) ? undefined : this.#attentive()
        return this.#say((tab) => ({ ...said, aloud: tab === attentive }))
      }
      case 'passing':
        this.#here.take(said.event)
        return this.#say(() => said)
      case 'reached':
        this.#memory.moves(said.cursor)
        return this.#say(() => said)
    }
  }

  #enter(state: ConnectionState) {
    this.#state = state
    if (state.kind === 'live') this.#here.forget()
    const isOver = state.kind === 'signed_out' || state.kind === 'outdated' || state.kind === 'stopped'
    const listening = [...this.#tabs].filter(({ listens }) => listens)
    if (isOver) {
      this.#user = undefined
      this.#viewed = ''
      this.#away.end()
      for (const tab of listening) Object.assign(tab, { listens: undefined, isTold: false })
    }
    for (const tab of listening) tab.say({ kind: 'state', state })
  }

  #begin(place: { readonly kind: 'start' } & Place) {
    const { place: before } = this.#memory
    // Numbers that are given a second time tell of other things.
    if (before && before.cursor > place.cursor) this.#toldUpTo = undefined
    this.#memory.begin(place)
    for (const tab of this.#tabs) {
      if (tab.isTold) tab.say(place)
      else if (tab.listens) this.#join(tab, place)
    }
  }

  #wasTold(seq: number) {
    return (
      this.#toldUpTo !== undefined && this.#toldUpTo.epoch === this.#memory.place?.epoch && seq <= this.#toldUpTo.cursor
    )
  }

  /** The tab that the person looks at; if none, the one they looked at last. */
  #attentive() {
    return [...this.#tabs]
      .filter(({ listens }) => listens)
      .toSorted((a, b) => ranks[b.attention] - ranks[a.attention] || b.attendedAt - a.attendedAt)[0]
  }

  #say(message: (tab: Tab) => ToTab) {
    for (const tab of this.#tabs) if (tab.isTold) tab.say(message(tab))
  }
}
