import { type Ticket, TicketPriority, TicketStatus, type UserId } from '@livedesk/events'
import { Button } from '@mantine/core'
import { IconUserCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { KeyCaps } from '../commands/KeyCaps.tsx'
import { useDirectory } from '../ui/directory.ts'
import { PriorityBadge } from '../ui/PriorityBadge.tsx'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import { AssigneeSelect } from './AssigneeSelect.tsx'
import { BadgeMenu } from './BadgeMenu.tsx'
import { Field } from './Field.tsx'
import { FieldNote } from './FieldNote.tsx'
import { LinksField } from './LinksField.tsx'
import type { Edit, EditedField } from './merge-edit.ts'
import { RequesterField } from './RequesterField.tsx'
import { TagsField } from './TagsField.tsx'
import classes from './TicketDetails.module.css'
import { TeamSelect } from './TeamSelect.tsx'
import type { NotedFields } from './use-field-notes.ts'
import type { useLinkTickets } from './use-link-tickets.ts'
import { Watchers } from './Watchers.tsx'

type Props = {
  readonly ticket: Ticket
  readonly onEdit: (edit: Edit) => void
  readonly onWatch: (userId: UserId, watches: boolean) => void
  readonly noted: NotedFields
  readonly links: ReturnType<typeof useLinkTickets>
}

/** Everything about a ticket but its conversation: who has it, where it stands, who asked, what happened. */
export const TicketDetails = ({ ticket, noted, links, onEdit, onWatch }: Props) => {
  const { t } = useTranslation('tickets')
  const { me } = useDirectory()
  const isMine = ticket.assigned_to === me.id

  const note = (field: EditedField) => <FieldNote field={field} ticket={ticket} noted={noted} onEdit={onEdit} />
  const assignToMe = (
    <Button
      variant="subtle"
      size="compact-xs"
      leftSection={<IconUserCheck aria-hidden size={14} />}
      rightSection={<KeyCaps of="assignToMe" quiet />}
      onClick={() => onEdit({ assigned_to: me.id })}
    >
      {t('assign.toMe')}
    </Button>
  )

  return (
    <div className={classes['details']}>
      <Field label={t('field.assignee')} aside={!isMine && assignToMe}>
        <AssigneeSelect value={ticket.assigned_to} onChange={(assigned_to) => onEdit({ assigned_to })} />
        {note('assigned_to')}
      </Field>
      <Field label={t('field.team')} aside={<KeyCaps of="team" />}>
        <TeamSelect value={ticket.team_id} onChange={(team_id) => onEdit({ team_id })} />
        {note('team_id')}
      </Field>
      <div className={classes['pair']}>
        <Field label={t('field.status')} aside={<KeyCaps of="status" />}>
          <BadgeMenu
            label={t('field.status')}
            value={ticket.status}
            options={TicketStatus.options}
            whyNot={ticket.merged_into === null ? undefined : t('whyNot.merged', { id: ticket.merged_into })}
            onChange={(status) => onEdit({ status })}
          >
            {(status) => <StatusBadge status={status} />}
          </BadgeMenu>
        </Field>
        <Field label={t('field.priority')} aside={<KeyCaps of="priority" />}>
          <BadgeMenu
            label={t('field.priority')}
            value={ticket.priority}
            options={TicketPriority.options}
            onChange={(priority) => onEdit({ priority })}
          >
            {(priority) => <PriorityBadge priority={priority} />}
          </BadgeMenu>
        </Field>
      </div>
      {note('status')}
      {note('priority')}
      <Field label={t('field.tags')} aside={<KeyCaps of="tags" />}>
        <TagsField value={ticket.tags} onChange={(tags) => onEdit({ tags })} />
        {note('tags')}
      </Field>
      <LinksField ticket={ticket} links={links} />
      <Watchers ticket={ticket} onWatch={onWatch} />
      <RequesterField ticket={ticket} />
      <dl className={classes['moments']}>
        <dt>{t('field.created')}</dt>
        <dd>
          <RelativeTime moment={ticket.created_at} />
        </dd>
        <dt>{t('field.updated')}</dt>
        <dd>
          <RelativeTime moment={ticket.updated_at} />
        </dd>
      </dl>
    </div>
  )
}
