import type { Notification, NotificationId } from '@livedesk/events'
import type { NotificationPage } from '@livedesk/resources'
import type { Appliers } from '../server/appliers.ts'
import { irrelevant } from '../server/irrelevant.ts'
import type { PagePlace } from '../server/live.ts'
import { findRow, putRow, removeRow } from '../server/rows.ts'

export const byNewest = (a: Notification, b: Notification) => b.id - a.id

/** One page of what a person should not miss. How many of all are unread is kept right on the first page. */
export const notificationsAppliers: Appliers<NotificationPage, PagePlace<void, Notification>> = {
  ...irrelevant.tickets,
  ...irrelevant.chats,
  ...irrelevant.people,
  ...irrelevant.teams,
  ...irrelevant.canned,
  ...irrelevant.savedViews,
  notification_created: (page, { notification }, { isFirst, isWithin }) => {
    if (!isWithin(notification) || findRow(page.items, notification.id)) return
    if (isFirst && !notification.read) page.unread_count += 1
    putRow(page, notification, byNewest)
  },
  notifications_read: (page, { up_to }, { isFirst }) => {
    page.items = page.items.map((row) => (row.id <= up_to && !row.read ? { ...row, read: true } : row))
    return isFirst ? recount(page, up_to) : undefined
  },
  notification_read: (page, { notification_id }, { isFirst }) => {
    const row = findRow(page.items, notification_id)
    if (row?.read) return
    if (row) putRow(page, { ...row, read: true }, byNewest)
    if (isFirst) page.unread_count -= 1
  },
  notification_withdrawn: (page, { notification_id, was_unread }, { isFirst }) => {
    if (isFirst && was_unread) page.unread_count -= 1
    removeRow(page, notification_id)
  },
}

/** What is still unread is newer than the mark: it is all on the first page, if the mark is. */
const recount = (page: NotificationPage, upTo: NotificationId) => {
  const reaches = page.next_cursor === null || page.items.some(({ id }) => id <= upTo)
  if (!reaches) return 'reload'
  page.unread_count = page.items.filter(({ read }) => !read).length
  return undefined
}
