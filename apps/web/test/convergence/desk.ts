import type {
  CannedReply,
  CannedReplyId,
  Chat,
  ChatId,
  ChatMessage,
  DurableEvent,
  Notification,
  SavedView,
  SavedViewId,
  Team,
  TeamId,
  Ticket,
  TicketActivity,
  TicketDraft,
  TicketId,
  TicketMessage,
  User,
  UserId,
} from '@livedesk/events'

/** Who hears an event. */
type To = { readonly user: UserId } | { readonly chat: ChatId } | 'agents'

/** One event as a transaction said it, and what hearing it does to who hears what follows. */
export type Entry = {
  readonly to: To
  readonly event: DurableEvent
  readonly effect?: { readonly chat: ChatId; readonly user: UserId; readonly does: 'join' | 'leave' }
}

/** What a committed transaction said, and the rows it held: transactions that held the same row keep their order. */
export type Transaction = {
  readonly inbox: number
  readonly held: ReadonlySet<string>
  readonly entries: readonly Entry[]
}

type Membership = { readonly user: UserId; readUpTo: number }

/** The simplest possible desk: tables in memory, and one writer. What is done with them stands in `…-acts.ts`, written plainly. */
export class Desk {
  readonly users = new Map<UserId, User>()
  readonly teams = new Map<TeamId, Team>()
  readonly canned = new Map<CannedReplyId, CannedReply>()
  readonly views = new Map<SavedViewId, SavedView>()
  readonly tickets = new Map<TicketId, Ticket>()
  readonly conversations: TicketMessage[] = []
  readonly activity: TicketActivity[] = []
  readonly chats = new Map<ChatId, Chat>()
  readonly members = new Map<ChatId, Membership[]>()
  readonly chatMessages: ChatMessage[] = []
  readonly notifications: (Notification & { readonly user: UserId })[] = []
  drafts: (TicketDraft & { readonly user: UserId })[] = []
  /** Last rows of pages, by the number that their cursor is. */
  readonly cursors: Ticket[] = []
  /** Committed, but not yet numbered. */
  inbox: Transaction[] = []
  #ids = 0
  #minutes = 0
  #entries: Entry[] = []
  #held = new Set<string>()

  /** Runs one transaction. */
  commit<T>(work: () => T): T {
    this.#entries = []
    this.#held = new Set()
    const result = work()
    if (this.#entries.length > 0) this.inbox.push({ inbox: this.nextId(), held: this.#held, entries: this.#entries })
    return result
  }

  /** Says an event with the transaction, which held some rows while it did what the event tells. */
  say(to: To, event: DurableEvent, held: readonly string[], effect?: NonNullable<Entry['effect']>) {
    for (const row of held) this.#held.add(row)
    // What was said is not changed by what happens next.
    this.#entries.push(structuredClone({ to, event, ...(effect && { effect }) }))
  }

  /** A moment. Moments often are the same, so that orders have ties. */
  now(passed: boolean) {
    this.#minutes += Number(passed)
    return new Date(Date.UTC(2026, 0, 1, 0, this.#minutes)).toISOString()
  }

  nextId() {
    this.#ids += 1
    return this.#ids
  }

  user(id: UserId) {
    return found(this.users.get(id))
  }

  ticket(id: TicketId) {
    return found(this.tickets.get(id))
  }

  chat(id: ChatId) {
    return found(this.chats.get(id))
  }

  membersOf(id: ChatId) {
    return found(this.members.get(id))
  }

  messagesOf(id: ChatId) {
    return this.chatMessages.filter((message) => message.chat_id === id)
  }
}

const found = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('The model was asked for what it does not have.')
  return value
}
