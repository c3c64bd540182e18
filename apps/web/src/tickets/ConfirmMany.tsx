import { Button, Group, Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

type Props = {
  readonly count: number
  /** What is to become of them, in a few words. */
  readonly what: string
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asks before tickets are changed that nobody has looked at. */
export const ConfirmMany = ({ count, what, onConfirm, onClose }: Props) => {
  const { t } = useTranslation('many')
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('confirm.title', { count })}
      closeButtonProps={{ 'aria-label': t('confirm.cancel') }}
    >
      <Text fw={600}>{what}</Text>
      <Text mt="xs" c="dimmed">
        {t('confirm.how')}
      </Text>
      <Group mt="lg" justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('confirm.cancel')}
        </Button>
        <Button
          data-autofocus
          onClick={() => {
            onClose()
            onConfirm()
          }}
        >
          {t('confirm.do', { count })}
        </Button>
      </Group>
    </Modal>
  )
}
