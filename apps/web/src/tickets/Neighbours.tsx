import type { TicketId } from '@livedesk/events'
import { ActionIcon } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { CommandTooltip } from '../commands/CommandTooltip.tsx'
import { useCommands } from '../commands/use-commands.ts'
import { useNeighbours } from './use-neighbours.ts'

/** The ways to the tickets before and after this one, in the list that one came from. */
export const Neighbours = ({ ticketId }: { readonly ticketId: TicketId }) => {
  const { t } = useTranslation('ticket')
  const { toPrevious, toNext } = useNeighbours(ticketId)
  useCommands({
    previousTicket: { run: () => toPrevious?.(), whyNot: toPrevious ? undefined : t('whyNot.first') },
    nextTicket: { run: () => toNext?.(), whyNot: toNext ? undefined : t('whyNot.last') },
  })

  return (
    <ActionIcon.Group>
      <CommandTooltip command="previousTicket">
        <ActionIcon aria-label={t('previous')} disabled={!toPrevious} onClick={toPrevious}>
          <IconChevronUp aria-hidden size={18} />
        </ActionIcon>
      </CommandTooltip>
      <CommandTooltip command="nextTicket">
        <ActionIcon aria-label={t('next')} disabled={!toNext} onClick={toNext}>
          <IconChevronDown aria-hidden size={18} />
        </ActionIcon>
      </CommandTooltip>
    </ActionIcon.Group>
  )
}
