import type { Moment, Ticket } from '@livedesk/events'
import { ActionIcon, Button, Popover, TextInput } from '@mantine/core'
import { IconAlarm } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandTooltip } from '../commands/CommandTooltip.tsx'
import { useCommands } from '../commands/use-commands.ts'
import { dayAndTime } from '../ui/relative-time.ts'
import { useLocale } from '../ui/use-locale.ts'
import { useNow } from '../ui/use-now.ts'
import classes from './SnoozeMenu.module.css'
import { localInput, snoozeTimes } from './snooze-times.ts'

type Props = { readonly ticket: Ticket; readonly onSnooze: (until: Moment) => void }

/** Puts a ticket aside: until one of a few moments, or one that is chosen. */
export const SnoozeMenu = ({ ticket, onSnooze }: Props) => {
  const { t } = useTranslation('ticket')
  const locale = useLocale()
  const now = useNow()
  const [openedAt, setOpenedAt] = useState<Date>()
  const [chosen, setChosen] = useState('')
  const isDone = ticket.status === 'resolved' || ticket.status === 'closed'
  const open = () => setOpenedAt(new Date())
  const close = () => setOpenedAt(undefined)
  useCommands({ snooze: { run: open, whyNot: isDone ? t('whyNot.snooze') : undefined } })

  const until = (moment: Moment) => {
    close()
    onSnooze(moment)
  }
  const at = new Date(chosen)
  const isToCome = at.getTime() > now
  const times = snoozeTimes(openedAt ?? new Date(now))

  return (
    <Popover
      opened={openedAt !== undefined}
      onChange={(opens) => (opens ? open() : close())}
      position="bottom-end"
      width={280}
      trapFocus
      returnFocus
    >
      <CommandTooltip command="snooze" disabled={openedAt !== undefined}>
        <Popover.Target>
          <ActionIcon
            aria-label={t('snooze.open')}
            disabled={isDone}
            onClick={() => (openedAt === undefined ? open() : close())}
          >
            <IconAlarm aria-hidden size={18} />
          </ActionIcon>
        </Popover.Target>
      </CommandTooltip>
      <Popover.Dropdown aria-label={t('snooze.open')} p={4}>
        <p className={classes['label']}>{t('snooze.until')}</p>
        {(['laterToday', 'tomorrow', 'nextWeek'] as const).map((name) => (
          <Button
            key={name}
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
            if (isToCome) until(at.toISOString())
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
