import type { Requester, TicketMessage } from '@livedesk/events'
import { Button, Group, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ConversationMessage } from './ConversationMessage.tsx'
import classes from './UnseenDialog.module.css'

type Props = {
  /** What has been said meanwhile; nothing when there is nothing to decide. */
  readonly unseen: readonly TicketMessage[]
  readonly requester: Requester
  readonly onSendAnyway: () => void
  readonly onEdit: () => void
  readonly onDiscard: () => void
}

/** Someone has spoken first: what they said, and what becomes of one's own words. */
export const UnseenDialog = ({ unseen, requester, onSendAnyway, onEdit, onDiscard }: Props) => {
  const { t } = useTranslation('composer')

  return (
    <Modal
      opened={unseen.length > 0}
      onClose={onEdit}
      returnFocus={false}
      title={t('unseen.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('unseen.edit') }}
    >
      <p className={classes['why']}>{t('unseen.why')}</p>
      <ol aria-label={t('unseen.new')} className={classes['messages']}>
        {unseen.map((message) => (
          <ConversationMessage key={message.id} message={message} requester={requester} sought={false} />
        ))}
      </ol>
      <Group justify="end" gap="xs">
        <Button variant="subtle" color="red" onClick={onDiscard}>
          {t('unseen.discard')}
        </Button>
        <Button variant="default" onClick={onSendAnyway}>
          {t('unseen.sendAnyway')}
        </Button>
        <Button data-autofocus onClick={onEdit}>
          {t('unseen.edit')}
        </Button>
      </Group>
    </Modal>
  )
}
