import type { TicketStatus } from '@livedesk/events'
import { IconArchive, IconCircleCheck, IconCircleDashed, IconClockPause, IconProgress } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './Badge.module.css'

const icons = {
  new: IconCircleDashed,
  in_progress: IconProgress,
  waiting: IconClockPause,
  resolved: IconCircleCheck,
  closed: IconArchive,
} as const satisfies Record<TicketStatus, typeof IconProgress>

/** A ticket's status by icon, word and colour together. */
export const StatusBadge = ({ status }: { readonly status: TicketStatus }) => {
  const { t } = useTranslation('ui')
  const Icon = icons[status]
  return (
    <span className={classes['badge']} data-status={status}>
      <Icon aria-hidden size={15} stroke={2} />
      {t(`status.${status}`)}
    </span>
  )
}
