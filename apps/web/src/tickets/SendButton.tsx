import type { TicketMessageKind } from '@livedesk/events'
import { Button } from '@mantine/core'
import { IconArrowBackUp, IconLock } from '@tabler/icons-react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { KeyCaps } from '../commands/KeyCaps.tsx'
import { useCommands } from '../commands/use-commands.ts'
import classes from './Composer.module.css'

type Props = {
  readonly kind: TicketMessageKind
  /** Where the words are written. */
  readonly area: RefObject<HTMLElement | null>
  readonly disabled: boolean
  readonly loading: boolean
  readonly onSend: () => void
}

/** Sends a reply, or adds a note: which of the two, its words, colour and picture say. */
export const SendButton = ({ kind, area, disabled, loading, onSend }: Props) => {
  const { t } = useTranslation('composer')
  const isNote = kind === 'note'
  useCommands({ send: disabled ? undefined : onSend }, area)

  return (
    <Button
      color={isNote ? 'yellow' : 'ink'}
      variant={isNote ? 'light' : 'filled'}
      {...(isNote && !disabled && { c: 'var(--desk-note-text)' })}
      leftSection={isNote ? <IconLock aria-hidden size={15} /> : <IconArrowBackUp aria-hidden size={15} />}
      rightSection={
        <span className={classes['caps']}>
          <KeyCaps of="send" quiet />
        </span>
      }
      loading={loading}
      disabled={disabled}
      onClick={onSend}
    >
      {t(isNote ? 'addNote' : 'sendReply')}
    </Button>
  )
}
