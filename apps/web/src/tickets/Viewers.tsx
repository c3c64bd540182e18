import type { TicketId } from '@livedesk/events'
import { Tooltip } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../ui/Avatar.tsx'
import { useDirectory } from '../ui/directory.ts'
import { useViewers } from './use-viewers.ts'
import { useWriters } from './use-writers.ts'
import classes from './Viewers.module.css'
import { useLocale } from '../ui/use-locale.ts'

/** Who else has the ticket open, and who of them is writing in it. */
export const Viewers = ({ ticketId }: { readonly ticketId: TicketId }) => {
  const { t } = useTranslation(['tickets', 'ticket'])
  const locale = useLocale()
  const { person } = useDirectory()
  const writers = useWriters(ticketId)
  const names = useViewers(ticketId).map((id) => ({
    id,
    name: person(id)?.name ?? t('someone'),
    isWriting: writers.includes(id),
  }))

  if (names.length === 0) return null

  const sentence = t('viewing', {
    names: new Intl.ListFormat(locale).format(
      names.map(({ name, isWriting }) => (isWriting ? t('ticket:writing', { name }) : name)),
    ),
  })
  return (
    <Tooltip label={sentence}>
      <span role="img" aria-label={sentence} className={classes['viewers']}>
        {names.map(({ id, name, isWriting }) => (
          <span key={id} className={classes['viewer']} data-writing={isWriting || undefined}>
            <Avatar name={name} seed={`${id}`} online={!isWriting} />
            {isWriting && <IconPencil aria-hidden size={12} className={classes['pencil']} />}
          </span>
        ))}
      </span>
    </Tooltip>
  )
}
