import type { Ticket, TicketChanges } from '@livedesk/events'
import { ActionIcon } from '@mantine/core'
import { IconChecks } from '@tabler/icons-react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandTooltip } from '../commands/CommandTooltip.tsx'
import { useCommands } from '../commands/use-commands.ts'
import { useNeighbours } from './use-neighbours.ts'

type Props = {
  readonly ticket: Ticket
  /** Where the words are written. */
  readonly area: RefObject<HTMLElement | null>
  /** Why nothing can be sent now. */
  readonly whyNot: string | undefined
  readonly loading: boolean
  readonly onSend: (changes: TicketChanges, andThen: () => void) => void
  /** What to do when there is no next ticket. */
  readonly onLast: () => void
}

/** Sends, resolves in the same act, and goes on with the next ticket of the list that one came from. */
export const SendAndResolve = ({ ticket, area, whyNot, loading, onSend, onLast }: Props) => {
  const { t } = useTranslation('commands')
  const { toNext } = useNeighbours(ticket.id)
  const send = () => onSend({ status: 'resolved' }, toNext ?? onLast)
  useCommands({ sendAndResolve: { run: send, whyNot } }, area)

  return (
    <CommandTooltip command="sendAndResolve">
      <ActionIcon
        variant="default"
        aria-label={t('do.sendAndResolve')}
        disabled={whyNot !== undefined || loading}
        onClick={send}
      >
        <IconChecks aria-hidden size={17} />
      </ActionIcon>
    </CommandTooltip>
  )
}
