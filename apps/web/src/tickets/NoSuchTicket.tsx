import type { TicketId } from '@livedesk/events'
import { Button } from '@mantine/core'
import { IconFileUnknown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/EmptyState.tsx'

type Props = { readonly ticketId: TicketId; readonly onClose: () => void }

/** The address names a ticket that this desk does not have. */
export const NoSuchTicket = ({ ticketId, onClose }: Props) => {
  const { t } = useTranslation('tickets')
  return (
    <EmptyState icon={IconFileUnknown} title={t('missing.title', { id: ticketId })}>
      <p>{t('missing.next')}</p>
      <Button variant="default" onClick={onClose}>
        {t('missing.back')}
      </Button>
    </EmptyState>
  )
}
