import {
  NotificationId,
  type NotificationWhat,
  type Team,
  TeamId,
  type Ticket,
  type User,
  UserId,
} from '@livedesk/events'
import type { Desk } from './desk.ts'

export const createUser = (desk: Desk, name: string): User => {
  const id = UserId.parse(desk.users.size + 1)
  const user: User = { id, name, email: `${id}@desk.test`, role: 'agent', active: true, version: 1 }
  desk.users.set(id, user)
  desk.say('agents', { type: 'user_created', user }, [`user ${id}`])
  return user
}

export const changeUser = (desk: Desk, id: UserId, change: Partial<Pick<User, 'name' | 'role' | 'active'>>) => {
  const before = desk.user(id)
  const user = { ...before, ...change, version: before.version + 1 }
  desk.users.set(id, user)
  desk.say('agents', { type: 'user_changed', user }, [`user ${id}`])
}

export const createTeam = (desk: Desk, name: string) => {
  const id = TeamId.parse(desk.teams.size + 1)
  const team: Team = { id, name, member_ids: [], version: 1 }
  desk.teams.set(id, team)
  desk.say('agents', { type: 'team_created', team }, [`team ${id}`])
}

export const changeTeam = (desk: Desk, before: Team, change: Partial<Pick<Team, 'name' | 'member_ids'>>) => {
  const team = { ...before, ...change, version: before.version + 1 }
  desk.teams.set(team.id, team)
  desk.say('agents', { type: 'team_changed', team }, [`team ${team.id}`])
}

export const notify = (
  desk: Desk,
  user: UserId,
  what: NotificationWhat,
  ticket: Ticket,
  by: UserId | null,
  at: string,
) => {
  const id = NotificationId.parse(desk.nextId())
  const notification = {
    id,
    ...(what === 'ticket_assigned' ? { kind: what } : { kind: 'ticket_message_posted' as const }),
    ...(what !== 'ticket_assigned' && what !== 'ticket_message_posted' && { what }),
    ticket_id: ticket.id,
    title: ticket.title,
    actor_id: by,
    read: false,
    created_at: at,
  }
  desk.notifications.push({ ...notification, user })
  desk.say({ user }, { type: 'notification_created', notification }, [`list ${user}`])
}

export const readNotifications = (desk: Desk, by: UserId, upTo: NotificationId) => {
  const unread = desk.notifications.filter(({ id, user, read }) => user === by && id <= upTo && !read)
  if (unread.length === 0) return
  for (const notification of unread) notification.read = true
  desk.say({ user: by }, { type: 'notifications_read', up_to: upTo }, [`list ${by}`])
}

export const readNotification = (desk: Desk, by: UserId, id: NotificationId) => {
  const notification = desk.notifications.find((one) => one.id === id && one.user === by)
  if (!notification) return false
  if (notification.read) return true
  notification.read = true
  desk.say({ user: by }, { type: 'notification_read', notification_id: id }, [`list ${by}`])
  return true
}

/** What someone was told of was taken back. */
export const withdrawNotification = (desk: Desk, { id, user, read }: Desk['notifications'][number]) => {
  desk.notifications.splice(
    desk.notifications.findIndex((one) => one.id === id),
    1,
  )
  const said = { type: 'notification_withdrawn' as const, notification_id: id, was_unread: !read }
  desk.say({ user }, said, [`list ${user}`])
}
