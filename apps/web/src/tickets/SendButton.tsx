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
  /** Why nothing can be sent now. */
  readonly whyNot: string | undefined
  readonly loading: boolean
  readonly onSend: () => void
}

/** Sends a reply, or adds a note: which of the two, its words, colour and picture say. */
export const SendButton = ({ kind, area, whyNot, loading, onSend }: Props) => {
  const { t } = useTranslation('composer')
  const isNote = kind === 'note'
  const disabled = whyNot !== undefined
  useCommands({ send: { run: onSend, whyNot } }, area)

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
