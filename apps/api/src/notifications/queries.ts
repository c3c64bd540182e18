import type { Notification, NotificationId, NotificationWhat, Ticket, TicketMessageId, UserId } from '@livedesk/events'
import { sendToUser, type Tx } from '../live/outbox.ts'

type About = {
  readonly what: NotificationWhat
  readonly ticket: Pick<Ticket, 'id' | 'title'>
  readonly actor_id: UserId | null
  readonly mentioned?: readonly UserId[]
  /** The message that it came of: taken back, it takes this with it. */
  readonly message_id?: TicketMessageId
}

const columns = ['id', 'kind', 'what', 'ticket_id', 'title', 'actor_id', 'mentioned', 'read', 'created_at'] as const

/** Puts something into people's lists of what not to miss, and tells them. */
export const notify = async (
  tx: Tx,
  userIds: readonly UserId[],
  { what, ticket, actor_id, mentioned = [], message_id }: About,
) => {
  // In one order for all, so that no two wait for each other.
  for (const userId of userIds.toSorted((a, b) => a - b)) {
    await holdList(tx, userId)
    const row = await tx
      .insertInto('notifications')
      .values({
        user_id: userId,
        ...kindOf(what),
        ticket_id: ticket.id,
        title: ticket.title,
        actor_id,
        mentioned: mentioned.includes(userId),
        message_id: message_id ?? null,
      })
      .returning(columns)
      .executeTakeFirstOrThrow()
    sendToUser(tx, userId, { type: 'notification_created', notification: toldOf(row) })
  }
}

/** Takes out of people's lists what came of a message, read or not, and tells their tabs. */
export const withdraw = async (tx: Tx, messageId: TicketMessageId) => {
  const told = tx.selectFrom('notifications').where('message_id', '=', messageId)
  for (const { user_id } of await told.select('user_id').distinct().orderBy('user_id').execute()) {
    await holdList(tx, user_id)
    const gone = await tx
      .deleteFrom('notifications')
      .where('message_id', '=', messageId)
      .where('user_id', '=', user_id)
      .returning(['id', 'read'])
      .execute()
    for (const { id, read } of gone.toSorted((a, b) => a.id - b.id))
      sendToUser(tx, user_id, { type: 'notification_withdrawn', notification_id: id, was_unread: !read })
  }
}

/** How something is kept: by the nearest kind that the first contract knew, and what it is exactly where that is another. */
const kindOf = (what: NotificationWhat) =>
  what === 'ticket_assigned' || what === 'ticket_message_posted'
    ? { kind: what }
    : { kind: 'ticket_message_posted' as const, what }

const toldOf = <Row extends { readonly what: string | null }>({ what, ...row }: Row) => ({
  ...row,
  ...(what !== null && { what }),
})

// One writer of a person's list at a time: its ids rise in the order they are seen, so "read up to here" leaves nothing behind.
const holdList = (tx: Tx, userId: UserId) =>
  tx.selectFrom('users').select('id').where('id', '=', userId).forNoKeyUpdate().execute()

/** A person's notifications, newest first, below one of them. */
export const listNotifications = async (
  db: Tx,
  userId: UserId,
  before: NotificationId | undefined,
  limit: number,
): Promise<Notification[]> => {
  const rows = await db
    .selectFrom('notifications')
    .select(columns)
    .where('user_id', '=', userId)
    .where((eb) => (before === undefined ? eb.lit(true) : eb('id', '<', before)))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toldOf)
}

/** How many of a person's notifications they have not read. */
export const countUnread = async (db: Tx, userId: UserId) => {
  const { unread } = await db
    .selectFrom('notifications')
    .select(({ fn }) => fn.countAll<number>().as('unread'))
    .where('user_id', '=', userId)
    .where('read', '=', false)
    .executeTakeFirstOrThrow()
  return unread
}

/** Marks a person's notifications read up to one, and tells their tabs if that was news. */
export const markRead = async (tx: Tx, userId: UserId, upTo: NotificationId) => {
  await holdList(tx, userId)
  const marked = await tx
    .updateTable('notifications')
    .set({ read: true })
    .where('user_id', '=', userId)
    .where('id', '<=', upTo)
    .where('read', '=', false)
    .returning('id')
    .execute()
  const [first, ...rest] = marked
  if (!first) return
  const last = rest.reduce((newest, { id }) => (id > newest ? id : newest), first.id)
  sendToUser(tx, userId, { type: 'notifications_read', up_to: last })
}

/** Marks one of a person's notifications read, and tells their tabs if that was news. False if they have no such one. */
export const markOneRead = async (tx: Tx, userId: UserId, id: NotificationId) => {
  await holdList(tx, userId)
  const mine = tx.selectFrom('notifications').where('user_id', '=', userId).where('id', '=', id)
  const found = await mine.select('read').executeTakeFirst()
  if (!found || found.read) return found !== undefined
  await tx.updateTable('notifications').set({ read: true }).where('id', '=', id).execute()
  sendToUser(tx, userId, { type: 'notification_read', notification_id: id })
  return true
}
