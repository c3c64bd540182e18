import type { Ticket } from '@livedesk/events'
import { Button } from '@mantine/core'
import { IconArrowMerge } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './TicketBar.module.css'
import { TicketLink } from './TicketLink.tsx'
import { useTicketQuery } from './tickets-api.ts'
import { skipToken } from '@reduxjs/toolkit/query'

type Props = { readonly ticket: Ticket; readonly onUnmerge: () => void }

/** Says that a ticket was a duplicate, where it goes on, and how it is taken out again. */
export const MergedBar = ({ ticket: { merged_into: into }, onUnmerge }: Props) => {
  const { t } = useTranslation('ticket')
  const { data: target } = useTicketQuery(into ?? skipToken)
  if (into === null) return null

  return (
    <p className={classes['bar']}>
      <IconArrowMerge aria-hidden size={16} />
      <span>
        {t('links.isMerged')} <TicketLink ticketId={into} title={target?.title} />
      </span>
      <Button variant="subtle" size="compact-xs" onClick={onUnmerge}>
        {t('links.undoMerge')}
      </Button>
    </p>
  )
}
