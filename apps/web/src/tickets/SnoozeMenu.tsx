import type { Moment } from '@livedesk/events'
import { Button, Popover, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayAndTime } from '../ui/relative-time.ts'
import { useFocusBack } from '../ui/use-focus-back.ts'
import { useLocale } from '../ui/use-locale.ts'
import { useNow } from '../ui/use-now.ts'
import classes from './SnoozeMenu.module.css'
import { localInput, snoozeTimes } from './snooze-times.ts'
import picker from './TicketPicker.module.css'

type Props = {
  /** What it opens at, in the window. */
  readonly at: DOMRect
  readonly onSnooze: (until: Moment) => void
  readonly onClose: () => void
}

/** Until when to put tickets aside: one of a few moments, or one that is chosen. */
export const SnoozeMenu = ({ at, onSnooze, onClose }: Props) => {
  const { t } = useTranslation('ticket')
  const locale = useLocale()
  const now = useNow()
  const [times] = useState(() => snoozeTimes(new Date()))
  const [chosen, setChosen] = useState('')
  useFocusBack()

  const until = (moment: Moment) => {
    onClose()
    onSnooze(moment)
  }
  const moment = new Date(chosen)
  const isToCome = moment.getTime() > now

  return (
    <Popover
      opened
      onChange={(opened) => !opened && onClose()}
      position="bottom-start"
      width={320}
      trapFocus
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <div aria-hidden className={picker['at']} style={{ left: at.left, top: at.top, height: at.height }} />
      </Popover.Target>
      <Popover.Dropdown aria-label={t('snooze.open')} aria-labelledby={undefined} p={4}>
        <p className={classes['label']}>{t('snooze.until')}</p>
        {(['laterToday', 'tomorrow', 'nextWeek'] as const).map((name) => (
          <Button
            key={name}
            // At once, before the trap takes it: Escape would close the ticket, too.
            autoFocus={name === 'laterToday'}
            data-autofocus={name === 'laterToday' || undefined}
            variant="subtle"
            color="gray"
            fullWidth
            justify="space-between"
            className={classes['choice']}
            onClick={() => until(times[name])}
            rightSection={<span className={classes['time']}>{dayAndTime(times[name], locale)}</span>}
          >
            {t(`snooze.${name}`)}
          </Button>
        ))}
        <form
          className={classes['pick']}
          onSubmit={(event) => {
            event.preventDefault()
            if (isToCome) until(moment.toISOString())
          }}
        >
          <TextInput
            type="datetime-local"
            label={t('snooze.pick')}
            min={localInput(new Date(now).toISOString())}
            value={chosen}
            error={chosen !== '' && !isToCome && t('snooze.past')}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
          <Button type="submit" disabled={!isToCome}>
            {t('snooze.set')}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
