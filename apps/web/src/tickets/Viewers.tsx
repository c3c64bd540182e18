import type { TicketId } from '@livedesk/events'
import { Tooltip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../ui/Avatar.tsx'
import { useDirectory } from '../ui/directory.ts'
import { useViewers } from './use-viewers.ts'
import classes from './Viewers.module.css'
import { useLocale } from '../ui/use-locale.ts'

/** Who else has the ticket open. */
export const Viewers = ({ ticketId }: { readonly ticketId: TicketId }) => {
  const { t } = useTranslation('tickets')
  const locale = useLocale()
  const { person } = useDirectory()
  const names = useViewers(ticketId).map((id) => ({ id, name: person(id)?.name ?? t('someone') }))

  if (names.length === 0) return null

  const sentence = t('viewing', { names: new Intl.ListFormat(locale).format(names.map(({ name }) => name)) })
  return (
    <Tooltip label={sentence}>
      <span role="img" aria-label={sentence} className={classes['viewers']}>
        {names.map(({ id, name }) => (
          <Avatar key={id} name={name} seed={`${id}`} online />
        ))}
      </span>
    </Tooltip>
  )
}
