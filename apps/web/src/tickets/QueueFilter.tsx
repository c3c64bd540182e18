import { TicketPriority, TicketStatus } from '@livedesk/events'
import { viewFor } from '@livedesk/queue'
import { ActionIcon, Indicator, Popover, Stack, Tooltip } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDirectory } from '../ui/directory.ts'
import { PriorityBadge } from '../ui/PriorityBadge.tsx'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { AssigneeFilter } from './AssigneeFilter.tsx'
import { ChipField } from './ChipField.tsx'
import { isNarrowed, type QueueAddress } from './queue-address.ts'
import { TagFilter } from './TagFilter.tsx'

type Props = { readonly address: QueueAddress; readonly onChange: (change: Partial<QueueAddress>) => void }

/** Narrows a view: offers only what the view can show at all. */
export const QueueFilter = ({ address, onChange }: Props) => {
  const { t } = useTranslation('tickets')
  const { me } = useDirectory()
  const [opened, setOpened] = useState(false)
  const { filter } = viewFor(address.view, me.id)
  const narrowed = isNarrowed({ ...address, q: '' })
  useKeys({ KeyF: () => setOpened(true) })

  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={308} trapFocus returnFocus>
      <Popover.Target>
        <Tooltip label={t('filter.open')}>
          <Indicator disabled={!narrowed} size={7} offset={5}>
            <ActionIcon
              aria-label={t('filter.open')}
              aria-expanded={opened}
              variant={narrowed ? 'light' : 'subtle'}
              color={narrowed ? 'ink' : 'gray'}
              onClick={() => setOpened(!opened)}
            >
              <IconFilter aria-hidden size={17} />
            </ActionIcon>
          </Indicator>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('filter.open')}>
        <Stack gap="sm">
          <ChipField
            label={t('field.status')}
            options={filter.status ?? TicketStatus.options}
            chosen={address.status}
            onChange={(status) => onChange({ status })}
          >
            {(status) => <StatusBadge status={status} />}
          </ChipField>
          <ChipField
            label={t('field.priority')}
            options={TicketPriority.options}
            chosen={address.priority}
            onChange={(priority) => onChange({ priority })}
          >
            {(priority) => <PriorityBadge priority={priority} />}
          </ChipField>
          {!filter.assigned_to && (
            <AssigneeFilter chosen={address.assignee} onChange={(assignee) => onChange({ assignee })} />
          )}
          <TagFilter chosen={address.tag} onChange={(tag) => onChange({ tag })} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
