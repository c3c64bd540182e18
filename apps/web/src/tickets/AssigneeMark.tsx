import type { UserId } from '@livedesk/events'
import { IconUserOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../ui/Avatar.tsx'
import { useDirectory } from '../ui/directory.ts'
import classes from './AssigneeMark.module.css'

type Props = {
  readonly assigneeId: UserId | null
  /** With the name beside it, as far as there is room. */
  readonly named?: boolean
}

/** Who has a ticket, at a glance. */
export const AssigneeMark = ({ assigneeId, named = false }: Props) => {
  const { t } = useTranslation('tickets')
  const { person } = useDirectory()
  const assignee = assigneeId === null ? undefined : person(assigneeId)
  const holder = assigneeId === null ? t('nobody') : (assignee?.name ?? '')
  return (
    <span role="img" aria-label={t('heldBy', { name: holder })} title={holder} className={classes['mark']}>
      {assignee ? (
        <Avatar name={assignee.name} seed={`${assignee.id}`} size="small" />
      ) : (
        <IconUserOff aria-hidden size={16} className={classes['nobody']} />
      )}
      {named && assignee && <span className={classes['name']}>{assignee.name}</span>}
    </span>
  )
}
