import type { ChatId, UserId } from '@livedesk/events'
import type { Connection } from './connection.ts'
import type { Framed } from './entry.ts'
import { type Queryable, readMemberships } from './log.ts'
import type { Effect } from './outbox.ts'

type Person = {
  readonly userId: UserId
  readonly connections: Set<Connection>
  readonly chats: Set<ChatId>
  /** Effects delivered while the memberships were being read; undefined once they are known. */
  meanwhile: Framed[] | undefined
  /** The reading under way, or the one that succeeded; undefined after one that failed. */
  known: Promise<void> | undefined
}

type PeopleOptions = {
  readonly reader: Queryable
  /** Resolves when delivery has come as far as a position. */
  readonly reached: (position: number) => Promise<void>
  /** Whether a position was lost in a crash; known once delivery has come past it. */
  readonly isLost: (position: number) => boolean
}

/** Whoever comes within this time of the one before is read together with them … */
const pauseMs = 3

/** … but nobody waits longer than this for those who come later. */
const longestGatheringMs = 100

/**
 * Who is connected to this worker, and which chats they are in at the position of delivery. Memberships are read once, when
 * someone's first socket comes, and from then on follow the log itself, so that a message and a removal are seen in true order.
 */
export class People {
  readonly #options: PeopleOptions
  readonly #people = new Map<UserId, Person>()
  readonly #members = new Map<ChatId, Set<UserId>>()
  readonly #all = new Set<Connection>()
  #wanted = new Map<Person, PromiseWithResolvers<void>>()
  /** When the first of those who are wanted came, and the last. */
  #gathering = { since: 0, lately: 0 }

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
    else {
      this.#people.set(userId, {
        userId,
        connections: new Set([connection]),
        chats: new Set(),
        meanwhile: [],
        known: undefined,
      })
    }
  }

  remove(connection: Connection) {
    const { userId } = connection.who
    this.#all.delete(connection)
    const person = this.#people.get(userId)
    if (!person?.connections.delete(connection) || person.connections.size > 0) return
    this.#people.delete(userId)
    for (const chatId of person.chats) this.#unlink(chatId, userId)
  }

  /** Resolves when the person's memberships are known at the position of delivery. Rejects if they cannot be read now. */
  async known(userId: UserId) {
    const person = this.#people.get(userId)
    if (!person) return
    const reading = (person.known ??= this.#read(person))
    await reading
    // The log was replaced meanwhile: what was read is of a history that is over.
    if (person.known !== reading) await this.known(userId)
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

  /** Forgets everyone's memberships, the log having been replaced: they are read anew when somebody asks. */
  forget() {
    for (const person of this.#people.values()) {
      for (const chatId of person.chats) this.#unlink(chatId, person.userId)
      person.chats.clear()
      person.meanwhile = []
      person.known = undefined
    }
  }

  /** People who come in one moment are read in one query: a thousand who return cost a few. */
  #read(person: Person) {
    const now = performance.now()
    if (this.#wanted.size === 0) {
      this.#gathering.since = now
      setTimeout(() => this.#readWhenAllAreHere(), pauseMs)
    }
    this.#gathering.lately = now
    const wanted = this.#wanted.get(person) ?? Promise.withResolvers<void>()
    // Whoever waits sees the failure; it is not an unhandled one when all have left.
    wanted.promise.catch(() => {})
    this.#wanted.set(person, wanted)
    return wanted.promise
  }

  #readWhenAllAreHere() {
    const { since, lately } = this.#gathering
    const now = performance.now()
    if (now - lately < pauseMs && now - since < longestGatheringMs)
      setTimeout(() => this.#readWhenAllAreHere(), pauseMs)
    else void this.#readWanted()
  }

  async #readWanted() {
    const wanted = this.#wanted
    this.#wanted = new Map()
    try {
      const { seq, chats } = await this.#readKept([...wanted.keys()].map(({ userId }) => userId))
      for (const [person, { promise, resolve }] of wanted) {
        // Someone who left and came back, or whose log was replaced, waits for a later reading than this.
        if (person.known === promise) this.#settle(person, seq, chats.get(person.userId) ?? new Set())
        resolve()
      }
    } catch (error) {
      for (const [person, { promise, reject }] of wanted) {
        if (person.known === promise) person.known = undefined
        reject(error)
      }
    }
  }

  /** Reads memberships as of a position that delivery has come to. */
  async #readKept(userIds: readonly UserId[]): ReturnType<typeof readMemberships> {
    const { reader, reached, isLost } = this.#options
    const read = await readMemberships(reader, userIds)
    await reached(read.seq)
    return isLost(read.seq) ? this.#readKept(userIds) : read
  }

  #settle(person: Person, seq: number, chats: ReadonlySet<ChatId>) {
    if (this.#people.get(person.userId) !== person) return
    for (const chatId of chats) this.#link(person, chatId)
    const meanwhile = person.meanwhile ?? []
    person.meanwhile = undefined
    for (const { seq: at, effect } of meanwhile) {
      if (at > seq && (effect?.do === 'join' || effect?.do === 'leave')) this.#apply(person, effect)
    }
  }

  #apply(person: Person, effect: Extract<Effect, { do: 'join' | 'leave' }>) {
    if (effect.do === 'join') this.#link(person, effect.chat_id)
    else {
      person.chats.delete(effect.chat_id)
      this.#unlink(effect.chat_id, effect.user_id)
    }
  }

  #link(person: Person, chatId: ChatId) {
    person.chats.add(chatId)
    const members = this.#members.get(chatId)
    if (members) members.add(person.userId)
    else this.#members.set(chatId, new Set([person.userId]))
  }

  #unlink(chatId: ChatId, userId: UserId) {
    const members = this.#members.get(chatId)
    members?.delete(userId)
    if (members?.size === 0) this.#members.delete(chatId)
  }
}
