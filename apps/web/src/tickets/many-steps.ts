import type { TicketId, UserId } from '@livedesk/events'
import type { TicketField, TicketFilter } from '@livedesk/queue'
import type { BulkChanged, BulkChanges } from '@livedesk/resources'

/** Changes of all tickets that a filter shows; with ids, of those of them that it shows. */
export type ManyStep = {
  readonly filter: TicketFilter
  readonly ids?: readonly TicketId[]
  readonly changes: BulkChanges
}

/**
 * So many are changed in one transaction: few enough that one sees how far it is and can stop it, and that no screen of anyone's
 * stands still for what is told of them at once.
 */
export const pageSize = 50

/** The same changes of tickets that are known. */
export const stepsOfIds = (
  ids: readonly TicketId[],
  changes: BulkChanges,
  filter: TicketFilter = {},
): readonly ManyStep[] =>
  Array.from({ length: Math.ceil(ids.length / pageSize) }, (_, chunk) => ({
    filter,
    ids: ids.slice(chunk * pageSize, (chunk + 1) * pageSize),
    changes,
  }))

type Changed = BulkChanged['changed'][number]
/** One field given back: the tickets that are still as the change left them, and what it was before. */
type Inverse = { readonly filter: TicketFilter; readonly changes: BulkChanges }

/**
 * What takes changes back, field by field: each where it still is as they left it, so that nothing which someone else did
 * meanwhile is lost. `me` is whoever made them.
 */
export const inverseSteps = (
  changed: readonly Changed[],
  changes: BulkChanges,
  me: UserId,
  now = Date.now(),
): readonly ManyStep[] =>
  Object.values(inverses).flatMap((inverseOf) => {
    const groups = new Map<string, { readonly inverse: Inverse; readonly ids: TicketId[] }>()
    for (const { id, before } of changed) {
      const inverse = inverseOf(before, changes, me, now)
      if (!inverse) continue
      const name = JSON.stringify(inverse)
      const group = groups.get(name) ?? { inverse, ids: [] }
      groups.set(name, group)
      group.ids.push(id)
    }
    return [...groups.values()].flatMap(({ inverse, ids }) => stepsOfIds(ids, inverse.changes, inverse.filter))
  })

type InverseOf = (before: Changed['before'], made: BulkChanges, me: UserId, now: number) => Inverse | undefined

const assigneeBefore: InverseOf = ({ assigned_to: before }, { assigned_to: made }, me) =>
  before === undefined || made === undefined
    ? undefined
    : { filter: { assigned_to: [made === 'me' ? me : (made ?? 'none')] }, changes: { assigned_to: before } }

const statusBefore: InverseOf = ({ status: before }, { status: made = 'in_progress' }) =>
  before && { filter: { status: [made] }, changes: { status: before } }

const priorityBefore: InverseOf = ({ priority: before }, { priority: made }) =>
  before && made && { filter: { priority: [made] }, changes: { priority: before } }

const teamBefore: InverseOf = ({ team_id: before }, { team_id: made }) =>
  before === undefined || made === undefined
    ? undefined
    : { filter: { team_id: [made ?? 'none'] }, changes: { team_id: before } }

// Tags come and go one by one: what others brought or took stays so.
const tagsBefore: InverseOf = ({ tags: before }, { add_tags = [], remove_tags = [] }) => {
  if (!before) return undefined
  const came = add_tags.filter((tag) => !before.includes(tag))
  const went = remove_tags.filter((tag) => before.includes(tag))
  return {
    filter: {},
    changes: { ...(went.length > 0 && { add_tags: went }), ...(came.length > 0 && { remove_tags: came }) },
  }
}

// What would be back by now comes back.
const snoozeBefore: InverseOf = ({ snoozed_until: before }, { snoozed_until: made = null }, _me, now) => {
  if (before === undefined) return undefined
  const until = before !== null && Date.parse(before) > now ? before : null
  return until === made ? undefined : { filter: { snoozed: made !== null }, changes: { snoozed_until: until } }
}

const watchedBefore: InverseOf = ({ watcher_ids: before }, { watched }, me) =>
  before === undefined || watched === undefined || before.includes(me) === watched
    ? undefined
    : { filter: {}, changes: { watched: !watched } }

const inverses = {
  // Before the status: an assignee makes of a new ticket one in progress.
  assigned_to: assigneeBefore,
  status: statusBefore,
  priority: priorityBefore,
  team_id: teamBefore,
  tags: tagsBefore,
  snoozed_until: snoozeBefore,
  watcher_ids: watchedBefore,
} satisfies Record<Exclude<TicketField, 'title' | 'links' | 'merged_into' | 'took_in'>, InverseOf>
