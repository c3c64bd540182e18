import { Tag, type Ticket, TicketPriority, TicketStatus } from '@livedesk/events'
import { Group } from '@mantine/core'
import { IconCheck, IconPlus, IconTag, IconUserOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../ui/Avatar.tsx'
import type { Choice } from '../ui/ChoiceList.tsx'
import { useDirectory } from '../ui/directory.ts'
import { fitting } from '../ui/fitting.ts'
import { PriorityBadge } from '../ui/PriorityBadge.tsx'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import type { Edit } from './merge-edit.ts'
import { useTagsQuery } from './tickets-api.ts'

export type PickedField = 'assigned_to' | 'status' | 'priority' | 'tags'
type FieldChoice = Choice & { readonly edit: (ticket: Ticket) => Edit }

/** What a field of these tickets can be, as far as it fits the words; what it is on all of them is marked. */
export const useFieldChoices = (
  field: PickedField,
  tickets: readonly Ticket[],
  query: string,
): readonly FieldChoice[] => {
  const { t } = useTranslation(['tickets', 'ui'])
  const { me, people } = useDirectory()
  const { data: known } = useTagsQuery()
  const mark = (isSo: (ticket: Ticket) => boolean) =>
    tickets.every(isSo) && <IconCheck role="img" aria-label={t('pick.now')} size={15} />

  const assignees = (): FieldChoice[] => [
    // Whoever looks takes most often, and gives back.
    ...people
      .filter(({ active }) => active)
      .toSorted((a, b) => Number(b.id === me.id) - Number(a.id === me.id))
      .map(({ id, name }) => ({
        id: `${id}`,
        label: name,
        shown: (
          <Group gap="xs" wrap="nowrap">
            <Avatar name={name} seed={`${id}`} size="small" />
            {name}
          </Group>
        ),
        aside: mark(({ assigned_to }) => assigned_to === id),
        edit: () => ({ assigned_to: id }),
      })),
    {
      id: 'none',
      label: t('nobody'),
      shown: (
        <Group gap="xs" wrap="nowrap">
          <IconUserOff aria-hidden size={18} />
          {t('nobody')}
        </Group>
      ),
      aside: mark(({ assigned_to }) => assigned_to === null),
      edit: () => ({ assigned_to: null }),
    },
  ]

  const statuses = (): FieldChoice[] =>
    TicketStatus.options.map((status) => ({
      id: status,
      label: t(`ui:status.${status}`),
      shown: <StatusBadge status={status} />,
      aside: mark((ticket) => ticket.status === status),
      edit: () => ({ status }),
    }))

  const priorities = (): FieldChoice[] =>
    TicketPriority.options.map((priority) => ({
      id: priority,
      label: t(`ui:priority.${priority}`),
      shown: <PriorityBadge priority={priority} />,
      aside: mark((ticket) => ticket.priority === priority),
      edit: () => ({ priority }),
    }))

  // A tag that all of them have is taken away; else those that lack it get it.
  const tags = (): FieldChoice[] => {
    const onSome = [...new Set(tickets.flatMap((ticket) => ticket.tags))]
    const names = [...new Set([...onSome, ...(known?.items ?? [])])]
    return names.map((tag) => {
      const onAll = tickets.every((ticket) => ticket.tags.includes(tag))
      return {
        id: `tag ${tag}`,
        label: tag,
        shown: (
          <Group gap="xs" wrap="nowrap">
            <IconTag aria-hidden size={15} />
            {tag}
          </Group>
        ),
        aside: mark((ticket) => ticket.tags.includes(tag)),
        edit: (ticket) => ({
          tags: onAll ? ticket.tags.filter((other) => other !== tag) : [...new Set([...ticket.tags, tag])],
        }),
      }
    })
  }

  const newTag = (choices: readonly FieldChoice[]): FieldChoice[] => {
    const tag = query.trim().toLowerCase()
    if (!Tag.safeParse(tag).success || choices.some(({ label }) => label === tag)) return []
    return [
      {
        id: 'new tag',
        label: t('pick.newTag', { tag }),
        shown: (
          <Group gap="xs" wrap="nowrap">
            <IconPlus aria-hidden size={15} />
            {t('pick.newTag', { tag })}
          </Group>
        ),
        edit: (ticket) => ({ tags: [...ticket.tags, tag] }),
      },
    ]
  }

  if (field === 'tags') {
    const all = tags()
    return [...fitting(query, all, ({ label }) => label).slice(0, 50), ...newTag(all)]
  }
  const all = { assigned_to: assignees, status: statuses, priority: priorities }[field]()
  return fitting(query, all, ({ label }) => label)
}
