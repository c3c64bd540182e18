import type { EphemeralEvent, TicketId, UserId } from '@livedesk/events'

const nobody: readonly UserId[] = []

/** Who is at the desk, and who has which ticket open, as it was said last. */
export class Here {
  #online: readonly UserId[] | undefined
  #away: ReadonlySet<UserId> = new Set()
  readonly #viewers = new Map<TicketId, readonly UserId[]>()

  /** Who is at the desk. Nobody, before it was said. */
  get online() {
    return this.#online ?? nobody
  }

  /** Whether someone who is at the desk has touched none of their tabs for a while. */
  isAway(userId: UserId) {
    return this.#away.has(userId)
  }

  viewersOf(ticketId: TicketId) {
    return this.#viewers.get(ticketId) ?? nobody
  }

  /** Takes what is said in passing. */
  take(event: EphemeralEvent) {
    if (event.type === 'presence_changed') {
      this.#online = event.online
      this.#away = new Set(event.away)
    }
    if (event.type !== 'ticket_viewers') return
    if (event.user_ids.length > 0) this.#viewers.set(event.ticket_id, event.user_ids)
    else this.#viewers.delete(event.ticket_id)
  }

  /** A new socket is told all of it anew, but not who has gone. */
  forget() {
    this.#online = undefined
    this.#away = new Set()
    this.#viewers.clear()
  }

  /** All of it, for whoever comes later. */
  told(): EphemeralEvent[] {
    const viewers = [...this.#viewers].map(([ticket_id, user_ids]): EphemeralEvent => ({
      type: 'ticket_viewers',
      ticket_id,
      user_ids: [...user_ids],
    }))
    return this.#online
      ? [{ type: 'presence_changed', online: [...this.#online], away: [...this.#away] }, ...viewers]
      : viewers
  }
}
