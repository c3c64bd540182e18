import { TicketPriority, TicketStatus } from '@livedesk/events'
import { viewFor } from '@livedesk/queue'
import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useDirectory } from '../ui/directory.ts'
import { PriorityBadge } from '../ui/PriorityBadge.tsx'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import { AssigneeFilter } from './AssigneeFilter.tsx'
import { ChipField } from './ChipField.tsx'
import { DaysFilter } from './DaysFilter.tsx'
import type { QueueAddress } from './queue-address.ts'
import { RequesterFilter } from './RequesterFilter.tsx'
import { TagFilter } from './TagFilter.tsx'
import { TeamFilter } from './TeamFilter.tsx'

type Props = { readonly address: QueueAddress; readonly onChange: (change: Partial<QueueAddress>) => void }

/** What a view can be narrowed by: only what it can show at all. */
export const QueueFilterFields = ({ address, onChange }: Props) => {
  const { t } = useTranslation('tickets')
  const { me } = useDirectory()
  const { filter } = viewFor(address.view, me.id)
  const statuses = filter.status ?? TicketStatus.options

  return (
    <Stack gap="sm">
      {statuses.length > 1 && (
        <ChipField
          label={t('field.status')}
          options={statuses}
          chosen={address.status}
          onChange={(status) => onChange({ status })}
        >
          {(status) => <StatusBadge status={status} />}
        </ChipField>
      )}
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
      <TeamFilter chosen={address.team} onChange={(team) => onChange({ team })} />
      <RequesterFilter chosen={address.requester} onChange={(requester) => onChange({ requester })} />
      <DaysFilter label={t('field.created')} days={address.created} onChange={(created) => onChange({ created })} />
      <DaysFilter label={t('field.updated')} days={address.updated} onChange={(updated) => onChange({ updated })} />
      <TagFilter chosen={address.tag} onChange={(tag) => onChange({ tag })} />
    </Stack>
  )
}
