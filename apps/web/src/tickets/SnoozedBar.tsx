import type { Ticket } from '@livedesk/events'
import { Button } from '@mantine/core'
import { IconAlarm } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { dayAndTime } from '../ui/relative-time.ts'
import { useLocale } from '../ui/use-locale.ts'
import classes from './TicketBar.module.css'

type Props = { readonly ticket: Ticket; readonly onWake: () => void }

/** Says that a ticket is put aside, until when, and how it comes back before. */
export const SnoozedBar = ({ ticket: { snoozed_until: until }, onWake }: Props) => {
  const { t } = useTranslation('ticket')
  const locale = useLocale()
  if (until === null) return null

  return (
    <p className={classes['bar']}>
      <IconAlarm aria-hidden size={16} />
      <span>{t('snooze.is', { time: dayAndTime(until, locale) })}</span>
      <Button variant="subtle" size="compact-xs" onClick={onWake}>
        {t('snooze.wake')}
      </Button>
    </p>
  )
}
