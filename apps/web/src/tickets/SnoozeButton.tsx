import type { Ticket } from '@livedesk/events'
import { ActionIcon } from '@mantine/core'
import { IconAlarm } from '@tabler/icons-react'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandTooltip } from '../commands/CommandTooltip.tsx'
import { obeyCommand } from '../commands/use-commands.ts'

type Props = { readonly ticket: Ticket; readonly ref: Ref<HTMLButtonElement> }

/** Puts the open ticket aside, by mouse. */
export const SnoozeButton = ({ ticket: { status }, ref }: Props) => {
  const { t } = useTranslation('ticket')
  return (
    <CommandTooltip command="snooze">
      <ActionIcon
        ref={ref}
        aria-label={t('snooze.open')}
        aria-haspopup="dialog"
        disabled={status === 'resolved' || status === 'closed'}
        onClick={(event) => obeyCommand('snooze', event.currentTarget)}
      >
        <IconAlarm aria-hidden size={18} />
      </ActionIcon>
    </CommandTooltip>
  )
}
