import type { TicketId } from '@livedesk/events'
import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { NewTicketFields } from './NewTicketFields.tsx'

type Props = {
  readonly opened: boolean
  readonly onClose: () => void
  readonly onCreated: (ticketId: TicketId) => void
}

/** Where a ticket is opened on someone's behalf. What was filled in is kept until it is sent. */
export const NewTicketDialog = ({ opened, onClose, onCreated }: Props) => {
  const { t } = useTranslation('tickets')
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('new.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <NewTicketFields onClose={onClose} onCreated={onCreated} />
    </Modal>
  )
}
