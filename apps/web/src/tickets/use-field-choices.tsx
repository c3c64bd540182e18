import { Tag, type Ticket, type TicketChanges, TicketPriority, TicketStatus } from '@livedesk/events'
import { Group } from '@mantine/core'
import { IconCheck, IconPlus, IconTag, IconTagOff, IconUserOff, IconUsers } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../ui/Avatar.tsx'
import type { Choice } from '../ui/ChoiceList.tsx'
import { useDirectory } from '../ui/directory.ts'
import { fitting } from '../ui/fitting.ts'
import { PriorityBadge } from '../ui/PriorityBadge.tsx'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import { useTagsQuery } from './tickets-api.ts'

export type PickedField = 'assigned_to' | 'team_id' | 'status' | 'priority' | 'tags'
type FieldChoice = Choice & { readonly changes: TicketChanges }

/**
 * What a field of these tickets can be, as far as it fits the words; what it is on all of them is marked. Of more tickets than
 * these (`areMore`) nobody knows that.
 */
export const useFieldChoices = (
  field: PickedField,
  tickets: readonly Ticket[],
  query: string,
  areMore: boolean,
): readonly FieldChoice[] => {
  const { t } = useTranslation(['tickets', 'ui'])
  const { me, people, teams } = useDirectory()
  const { data: known } = useTagsQuery()
  const mark = (isSo: (ticket: Ticket) => boolean) =>
    !areMore && tickets.every(isSo) && <IconCheck role="img" aria-label={t('pick.now')} size={15} />

  const assignees = (): FieldChoice[] => [
    // Whoever looks takes most often, and gives back.
    ...people
      .filter(({ active }) => active)
      .toSorted((a, b) => Number(b.id === me.id) - Number(a.id === me.id))
      .map(({ id, name }) => ({
        id: `${id}`,
        label: name,
        shown: <Shown picture={<Avatar name={name} seed={`${id}`} size="small" />}>{name}</Shown>,
        aside: mark(({ assigned_to }) => assigned_to === id),
        changes: { assigned_to: id },
      })),
    {
      id: 'none',
      label: t('nobody'),
      shown: <Shown picture={<IconUserOff aria-hidden size={18} />}>{t('nobody')}</Shown>,
      aside: mark(({ assigned_to }) => assigned_to === null),
      changes: { assigned_to: null },
    },
  ]

  const statuses = (): FieldChoice[] =>
    TicketStatus.options.map((status) => ({
      id: status,
      label: t(`ui:status.${status}`),
      shown: <StatusBadge status={status} />,
      aside: mark((ticket) => ticket.status === status),
      changes: { status },
    }))

  const priorities = (): FieldChoice[] =>
    TicketPriority.options.map((priority) => ({
      id: priority,
      label: t(`ui:priority.${priority}`),
      shown: <PriorityBadge priority={priority} />,
      aside: mark((ticket) => ticket.priority === priority),
      changes: { priority },
    }))

  const teamChoices = (): FieldChoice[] =>
    [...teams.map(({ id, name }) => ({ id, name })), { id: null, name: t('noTeam') }].map(({ id, name }) => ({
      id: `team ${id}`,
      label: name,
      shown: <Shown picture={<IconUsers aria-hidden size={16} />}>{name}</Shown>,
      aside: mark(({ team_id }) => team_id === id),
      changes: { team_id: id },
    }))

  // A tag that all of them have is taken away; else those that lack it get it. Of more of them, either.
  const tags = (): FieldChoice[] => {
    const onSome = [...new Set(tickets.flatMap((ticket) => ticket.tags))]
    const names = [...new Set([...onSome, ...(known?.items ?? [])])]
    const given = names.map((tag) => {
      const onAll = !areMore && tickets.every((ticket) => ticket.tags.includes(tag))
      return {
        id: `tag ${tag}`,
        label: tag,
        shown: <Shown picture={<IconTag aria-hidden size={15} />}>{tag}</Shown>,
        aside: mark((ticket) => ticket.tags.includes(tag)),
        changes: onAll ? { remove_tags: [tag] } : { add_tags: [tag] },
      }
    })
    return areMore ? [...given, ...names.map(without)] : given
  }

  const without = (tag: string): FieldChoice => ({
    id: `without ${tag}`,
    label: t('pick.withoutTag', { tag }),
    shown: <Shown picture={<IconTagOff aria-hidden size={15} />}>{t('pick.withoutTag', { tag })}</Shown>,
    changes: { remove_tags: [tag] },
  })

  const newTag = (choices: readonly FieldChoice[]): FieldChoice[] => {
    const tag = query.trim().toLowerCase()
    if (!Tag.safeParse(tag).success || choices.some(({ label }) => label === tag)) return []
    return [
      {
        id: 'new tag',
        label: t('pick.newTag', { tag }),
        shown: <Shown picture={<IconPlus aria-hidden size={15} />}>{t('pick.newTag', { tag })}</Shown>,
        changes: { add_tags: [tag] },
      },
    ]
  }

  if (field === 'tags') {
    const all = tags()
    return [...fitting(query, all, ({ label }) => label).slice(0, 50), ...newTag(all)]
  }
  const all = { assigned_to: assignees, team_id: teamChoices, status: statuses, priority: priorities }[field]()
  return fitting(query, all, ({ label }) => label)
}

/** A choice: a small picture, and its words. */
const Shown = ({ picture, children }: { readonly picture: ReactNode; readonly children: ReactNode }) => (
  <Group gap="xs" wrap="nowrap">
    {picture}
    {children}
  </Group>
)
