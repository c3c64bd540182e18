import type { TicketPriority } from '@livedesk/events'
import { IconAlertTriangleFilled, IconAntennaBars2, IconAntennaBars3, IconAntennaBars5 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './Badge.module.css'

const icons = {
  low: IconAntennaBars2,
  normal: IconAntennaBars3,
  high: IconAntennaBars5,
  urgent: IconAlertTriangleFilled,
} as const satisfies Record<TicketPriority, typeof IconAntennaBars2>

/** A ticket's priority by icon, word and colour together. */
export const PriorityBadge = ({ priority }: { readonly priority: TicketPriority }) => {
  const { t } = useTranslation('ui')
  const Icon = icons[priority]
  return (
    <span className={classes['badge']} data-priority={priority}>
      <Icon aria-hidden size={15} stroke={2} />
      {t(`priority.${priority}`)}
    </span>
  )
}
