import type { Ticket, TicketChanges, UserId } from '@livedesk/events'
import { mostTags, type Wanted } from '@livedesk/queue'
import { Problem } from '../problem.ts'

/** What changes come to on a ticket as it is now, done by someone. */
export const wantedOf = (
  ticket: Ticket,
  { status, priority, assigned_to, team_id, add_tags = [], remove_tags = [] }: TicketChanges,
  actor: UserId,
): Wanted => ({
  status,
  priority,
  assigned_to: assigned_to === 'me' ? actor : assigned_to,
  team_id,
  tags: tagsWith(ticket.tags, add_tags, remove_tags),
})

const tagsWith = (tags: readonly string[], added: readonly string[], removed: readonly string[]) => {
  const after = [...new Set([...tags.filter((tag) => !removed.includes(tag)), ...added])]
  if (after.length <= mostTags) return after
  throw new Problem('bad_request', `A ticket has at most ${mostTags} tags.`, {
    errors: { add_tags: 'Take other tags away first.' },
  })
}
