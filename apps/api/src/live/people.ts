import type { ChatId, UserId } from '@livedesk/events'
import type { Connection } from './connection.ts'
import type { Framed } from './entry.ts'
import { type Queryable, readMemberships } from './log.ts'
import type { Effect } from './outbox.ts'

type Person = {
  readonly connections: Set<Connection>
  chats: Set<ChatId>
  /** Effects delivered while the memberships were being read; undefined once they are known. */
  meanwhile: Framed[] | undefined
  known: Promise<void>
}

type PeopleOptions = {
  readonly reader: Queryable
  /** Resolves when delivery has come as far as a position. */
  readonly reached: (position: number) => Promise<void>
}

/**
 * Who is connected to this worker, and which chats they are in at the position of delivery. Memberships are read once, when
 * someone's first socket comes, and from then on follow the log itself, so that a message and a removal are seen in true order.
 */
export class People {
  readonly #options: PeopleOptions
  readonly #people = new Map<UserId, Person>()
  readonly #members = new Map<ChatId, Set<UserId>>()
  readonly #all = new Set<Connection>()
  #wanted = new Map<UserId, PromiseWithResolvers<void>>()

  constructor(options: PeopleOptions) {
    this.#options = options
  }

  get connectionCount() {
    return this.#all.size
  }

  add(connection: Connection) {
    const { userId } = connection.who
    this.#all.add(connection)
    const person = this.#people.get(userId)
    if (person) person.connections.add(connection)
    else this.#people.set(userId, { connections: new Set([connection]), chats: new Set(), meanwhile: [], known: this.#load(userId) })
  }

  remove(connection: Connection) {
    const { userId } = connection.who
    this.#all.delete(connection)
    const person = this.#people.get(userId)
    if (!person?.connections.delete(connection) || person.connections.size > 0) return
    this.#people.delete(userId)
    for (const chatId of person.chats) this.#unlink(chatId, userId)
  }

  /** Resolves when the person's memberships are known at the position of delivery. */
  async known(userId: UserId) {
    await this.#people.get(userId)?.known
  }

  chatsOf(userId: UserId): ReadonlySet<ChatId> {
    return this.#people.get(userId)?.chats ?? new Set()
  }

  connections(): ReadonlySet<Connection> {
    return this.#all
  }

  connectionsOf(userId: UserId) {
    return this.#people.get(userId)?.connections.size ?? 0
  }

  connectionsOfUser(userId: UserId): Iterable<Connection> {
    return this.#people.get(userId)?.connections ?? []
  }

  *connectionsIn(chatId: ChatId): Generator<Connection> {
    for (const userId of this.#members.get(chatId) ?? []) yield* this.connectionsOfUser(userId)
  }

  /** The sockets that the end of a session, or of all of someone's sessions, closes. */
  ofSession(ended: Extract<Effect, { do: 'end_session' | 'end_user' }>): Connection[] {
    if (ended.do === 'end_user') return [...this.connectionsOfUser(ended.user_id)]
    return [...this.#all].filter((connection) => connection.who.sessionId === ended.session_id)
  }

  /** Applies the membership effect of an entry that is being delivered. */
  step(entry: Framed) {
    const { effect } = entry
    if (effect?.do !== 'join' && effect?.do !== 'leave') return
    const person = this.#people.get(effect.user_id)
    if (!person) return
    if (person.meanwhile) person.meanwhile.push(entry)
    else this.#apply(person, effect)
  }

  /** Reads everyone's memberships anew: the log was replaced. */
  async reload() {
    await Promise.all(
      [...this.#people].map(async ([userId, person]) => {
        for (const chatId of person.chats) this.#unlink(chatId, userId)
        person.chats = new Set()
        person.meanwhile ??= []
        person.known = this.#load(userId)
        await person.known
      }),
    )
  }

  /** People who come in one moment are read in one query: a thousand who return cost a few. */
  #load(userId: UserId) {
    const waiting = this.#wanted.get(userId)
    if (waiting) return waiting.promise
    if (this.#wanted.size === 0) setTimeout(() => void this.#loadWanted(), 2)
    const wanted = Promise.withResolvers<void>()
    // Whoever waits sees the failure; it is not an unhandled one when all have left.
    wanted.promise.catch(() => {})
    this.#wanted.set(userId, wanted)
    return wanted.promise
  }

  async #loadWanted() {
    const wanted = this.#wanted
    this.#wanted = new Map()
    try {
      const { seq, chats } = await readMemberships(this.#options.reader, [...wanted.keys()])
      await this.#options.reached(seq)
      for (const [userId, { resolve }] of wanted) {
        this.#settle(userId, seq, chats.get(userId) ?? new Set())
        resolve()
      }
    } catch (error) {
      for (const { reject } of wanted.values()) reject(error)
    }
  }

  #settle(userId: UserId, seq: number, chats: ReadonlySet<ChatId>) {
    const person = this.#people.get(userId)
    if (!person?.meanwhile) return
    for (const chatId of chats) this.#link(person, chatId, userId)
    const { meanwhile } = person
    person.meanwhile = undefined
    for (const { seq: at, effect } of meanwhile) {
      if (at > seq && (effect?.do === 'join' || effect?.do === 'leave')) this.#apply(person, effect)
    }
  }

  #apply(person: Person, effect: Extract<Effect, { do: 'join' | 'leave' }>) {
    if (effect.do === 'join') this.#link(person, effect.chat_id, effect.user_id)
    else {
      person.chats.delete(effect.chat_id)
      this.#unlink(effect.chat_id, effect.user_id)
    }
  }

  #link(person: Person, chatId: ChatId, userId: UserId) {
    person.chats.add(chatId)
    const members = this.#members.get(chatId)
    if (members) members.add(userId)
    else this.#members.set(chatId, new Set([userId]))
  }

  #unlink(chatId: ChatId, userId: UserId) {
    const members = this.#members.get(chatId)
    members?.delete(userId)
    if (members?.size === 0) this.#members.delete(chatId)
  }
}
