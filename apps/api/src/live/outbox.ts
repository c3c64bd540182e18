import type { ChatId, DurableEvent, UserId } from '@livedesk/events'
import type { Transaction } from 'kysely'
import type { Database } from '../db/schema.ts'

/** A transaction of the desk. Query functions take it as they take any Kysely; only it can carry events. */
export type Tx = Transaction<Database>

/** What delivering a row does to who may hear what follows. */
export type Effect =
  | { readonly do: 'join' | 'leave'; readonly chat_id: ChatId; readonly user_id: UserId }
  | { readonly do: 'end_session'; readonly session_id: number }
  | { readonly do: 'end_user'; readonly user_id: UserId }

/** One row on its way to the log: an event for an audience, an effect, or both. */
export type Entry = {
  readonly to:
    | { readonly audience: 'user'; readonly id: UserId }
    | { readonly audience: 'chat'; readonly id: ChatId }
    | { readonly audience: 'agents' }
    | { readonly audience: 'nobody' }
  readonly event?: DurableEvent
  readonly effect?: Effect
}

/** Says an event to every socket of one person, on every tab and worker, if and only if the transaction commits. */
export const sendToUser = (tx: Tx, userId: UserId, event: DurableEvent<'user'>) =>
  collect(tx, { to: { audience: 'user', id: userId }, event })

/** Says an event to everyone who is a member of the chat at that point of the desk's order. */
export const sendToChat = (tx: Tx, chatId: ChatId, event: DurableEvent<'chat'>) =>
  collect(tx, { to: { audience: 'chat', id: chatId }, event })

/** Says an event to everyone who works at this desk. */
export const sendToAgents = (tx: Tx, event: DurableEvent<'agents'>) =>
  collect(tx, { to: { audience: 'agents' }, event })

/** Makes someone a member, for delivery, and tells the chat. They hear this event and what follows, nothing before. */
export const addToChat = (tx: Tx, chatId: ChatId, userId: UserId, event: DurableEvent<'chat'>) =>
  collect(tx, { to: { audience: 'chat', id: chatId }, event, effect: { do: 'join', chat_id: chatId, user_id: userId } })

/** Ends someone's membership, for delivery, and tells the chat. This event is the last they hear of it. */
export const removeFromChat = (tx: Tx, chatId: ChatId, userId: UserId, event: DurableEvent<'chat'>) =>
  collect(tx, {
    to: { audience: 'chat', id: chatId },
    event,
    effect: { do: 'leave', chat_id: chatId, user_id: userId },
  })

/** Closes the sockets of one session (4401) on every worker. */
export const endSession = (tx: Tx, sessionId: number) =>
  collect(tx, { to: { audience: 'nobody' }, effect: { do: 'end_session', session_id: sessionId } })

/** Closes every socket of one person (4401) on every worker. */
export const endUser = (tx: Tx, userId: UserId) =>
  collect(tx, { to: { audience: 'nobody' }, effect: { do: 'end_user', user_id: userId } })

const outboxes = new WeakMap<Tx, Entry[]>()

/** Gives a transaction its outbox. The entries are written as its last statement, in the order they were said. */
export const openOutbox = (tx: Tx): Entry[] => {
  const entries: Entry[] = []
  outboxes.set(tx, entries)
  return entries
}

/** Remembers what has been said so far, and gives back what takes back all that is said later. */
export const markOutbox = (tx: Tx) => {
  const outbox = outboxes.get(tx) ?? []
  const { length } = outbox
  return () => void outbox.splice(length)
}

const collect = (tx: Tx, entry: Entry) => {
  const outbox = outboxes.get(tx)
  if (!outbox) throw new Error('Events can be said only inside a transaction of the desk (desk.tx).')
  outbox.push(entry)
}
