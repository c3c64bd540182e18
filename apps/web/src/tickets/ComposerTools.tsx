import type { CannedReply } from '@livedesk/events'
import { ActionIcon, Tooltip } from '@mantine/core'
import { IconLetterCase } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AttachButton } from '../attachments/AttachButton.tsx'
import { CannedPicker } from '../canned/CannedPicker.tsx'
import { useCommands } from '../commands/use-commands.ts'

type Props = {
  readonly onCanned: (canned: CannedReply) => void
  readonly onFiles: (files: readonly File[]) => void
  /** Whether the tools of formatting are shown. */
  readonly formats: boolean
  readonly onFormats: (shown: boolean) => void
}

/** What helps to write: canned replies, files, formatting. */
export const ComposerTools = ({ onCanned, onFiles, formats, onFormats }: Props) => {
  const { t } = useTranslation('composer')
  const [picks, setPicks] = useState(false)
  useCommands({ canned: () => setPicks(true) })

  return (
    <>
      <CannedPicker opened={picks} onOpen={setPicks} onChoose={onCanned} />
      <AttachButton onFiles={onFiles} />
      <Tooltip label={t('tools')}>
        <ActionIcon aria-label={t('tools')} aria-pressed={formats} onClick={() => onFormats(!formats)}>
          <IconLetterCase aria-hidden size={18} />
        </ActionIcon>
      </Tooltip>
    </>
  )
}
