import type { Moment, TicketActivity, UserId } from '@livedesk/events'

/** What one person did to a ticket in one go. */
export type ActivityGroup = {
  readonly id: number
  readonly actor: UserId | null
  readonly at: Moment
  readonly entries: readonly TicketActivity[]
}

/** Entries of one change stand together: `entries` are the latest first, those of a group in the order they were kept. */
export const activityGroups = (entries: readonly TicketActivity[]): ActivityGroup[] =>
  entries.reduce<ActivityGroup[]>((groups, entry) => {
    const last = groups.at(-1)
    return last?.actor === entry.actor_id && last.at === entry.created_at
      ? [...groups.slice(0, -1), { ...last, entries: [entry, ...last.entries] }]
      : [...groups, { id: entry.id, actor: entry.actor_id, at: entry.created_at, entries: [entry] }]
  }, [])
