import type { TicketId, UserId } from '@livedesk/events'
import type { Clock } from '../server/clock.ts'
import type { EventStream, News } from '../server/stream.ts'

/** Someone else who is at a ticket now, and what they do there. */
export type Present = { readonly id: UserId; readonly does: 'writing' | 'viewing' | 'away' }

// As the contract has it: someone writes for five seconds after they said so.
const holdsFor = 5000

const nobody: readonly Present[] = []

/**
 * Who else is at which ticket, for all of a tab: whoever shows one ticket is told of changes at that one alone. Nobody is
 * known while the page is not live, and the reader is never told of themselves.
 */
export class TicketPresence {
  readonly #stream: Pick<EventStream, 'here' | 'state' | 'viewer' | 'subscribe'>
  readonly #clock: Clock
  /** Who writes where, and what lets go of the end of it. */
  readonly #writers = new Map<TicketId, Map<UserId, () => void>>()
  readonly #shown = new Map<TicketId, readonly Present[]>()
  readonly #listeners = new Map<TicketId, Set<() => void>>()

  constructor(stream: Pick<EventStream, 'here' | 'state' | 'viewer' | 'subscribe'>, clock: Clock) {
    this.#stream = stream
    this.#clock = clock
    stream.subscribe((news) => this.#hear(news))
  }

  /** Who else is there, those who write first. It is the same list for as long as it says the same. */
  at(ticketId: TicketId): readonly Present[] {
    const now = this.#now(ticketId)
    const shown = this.#shown.get(ticketId) ?? nobody
    if (isSame(now, shown)) return shown
    if (now.length > 0) this.#shown.set(ticketId, now)
    else this.#shown.delete(ticketId)
    return now.length > 0 ? now : nobody
  }

  /** Calls whenever somebody may have come to this ticket, or gone from it. Gives back what ends that. */
  subscribe(ticketId: TicketId, listener: () => void) {
    const listeners = this.#listeners.get(ticketId) ?? new Set()
    this.#listeners.set(ticketId, listeners.add(listener))
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0) this.#listeners.delete(ticketId)
    }
  }

  #now(ticketId: TicketId): readonly Present[] {
    if (this.#stream.state.kind !== 'live') return nobody
    const writers = [...(this.#writers.get(ticketId)?.keys() ?? [])]
    const { here } = this.#stream
    const viewers = here.viewersOf(ticketId).filter((id) => !writers.includes(id))
    return [
      ...writers.map((id) => ({ id, does: 'writing' as const })),
      ...viewers.map((id) => ({ id, does: here.isAway(id) ? ('away' as const) : ('viewing' as const) })),
    ].filter(({ id }) => id !== this.#stream.viewer)
  }

  #hear(news: News) {
    if (news.kind === 'state') {
      // Whoever still writes says so again.
      for (const ticketId of this.#writers.keys()) this.#forget(ticketId)
      this.#tellAll()
    }
    // Who has gone away, or is back, may be anywhere.
    if (news.kind === 'passing' && news.event.type === 'presence_changed') this.#tellAll()
    if (news.kind === 'passing' && news.event.type === 'ticket_viewers') this.#tell(news.event.ticket_id)
    if (news.kind === 'passing' && news.event.type === 'ticket_writing')
      this.#note(news.event.ticket_id, news.event.user_id)
    // Whoever's message has come is not writing it any more.
    if (news.kind === 'event' && news.event.type === 'ticket_message_posted') {
      const { ticket_id: ticketId, message } = news.event
      if (message.author.kind === 'agent') this.#end(ticketId, message.author.id)
    }
  }

  #note(ticketId: TicketId, userId: UserId) {
    const writers = this.#writers.get(ticketId) ?? new Map<UserId, () => void>()
    this.#writers.set(ticketId, writers)
    writers.get(userId)?.()
    writers.set(
      userId,
      this.#clock.after(holdsFor, () => this.#end(ticketId, userId)),
    )
    this.#tell(ticketId)
  }

  #end(ticketId: TicketId, userId: UserId) {
    const writers = this.#writers.get(ticketId)
    writers?.get(userId)?.()
    if (!writers?.delete(userId)) return
    if (writers.size === 0) this.#writers.delete(ticketId)
    this.#tell(ticketId)
  }

  #forget(ticketId: TicketId) {
    for (const letGo of this.#writers.get(ticketId)?.values() ?? []) letGo()
    this.#writers.delete(ticketId)
  }

  #tellAll() {
    for (const ticketId of this.#listeners.keys()) this.#tell(ticketId)
  }

  #tell(ticketId: TicketId) {
    for (const listener of this.#listeners.get(ticketId) ?? []) listener()
  }
}

const isSame = (some: readonly Present[], others: readonly Present[]) =>
  some.length === others.length &&
  some.every(({ id, does }, index) => id === others[index]?.id && does === others[index].does)
