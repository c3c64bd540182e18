import { ActionIcon, FileButton, Tooltip } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

/** Chooses files to send. */
export const AttachButton = ({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) => {
  const { t } = useTranslation('attachments')
  return (
    <FileButton multiple onChange={onFiles}>
      {(props) => (
        <Tooltip label={t('attach')}>
          <ActionIcon {...props} aria-label={t('attach')}>
            <IconPaperclip aria-hidden size={18} />
          </ActionIcon>
        </Tooltip>
      )}
    </FileButton>
  )
}
