import { ActionIcon, Button, Paper } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandTooltip } from '../commands/CommandTooltip.tsx'
import { obeyCommand } from '../commands/use-commands.ts'
import { useAnnounce } from '../ui/announce.ts'
import { say } from '../ui/say.ts'
import classes from './SelectionBar.module.css'

type Props = {
  readonly count: number
  /** How many the list has. */
  readonly total: number
  readonly onSelectAll: () => void
  readonly onClear: () => void
}

const acts = ['assign', 'team', 'status', 'priority', 'tags', 'snooze', 'watch', 'resolve'] as const

/** What can be done with the rows that are chosen: the commands of a ticket, by mouse. It stands over the list's end and moves no row. */
export const SelectionBar = ({ count, total, onSelectAll, onClear }: Props) => {
  const { t } = useTranslation('many')
  const announce = useAnnounce()

  const said = t(count > 1 && count === total ? 'select.whole' : 'select.count', { count })
  useEffect(() => announce(said), [announce, said])

  return (
    <Paper role="toolbar" aria-label={t('select.bar')} className={classes['bar']} shadow="md" withBorder>
      <strong data-figures className={classes['count']}>
        {said}
      </strong>
      {count < total && (
        <CommandTooltip command="selectAll" label={t('select.all', { count: total })}>
          <Button variant="light" size="compact-sm" onClick={onSelectAll}>
            {t('select.all', { count: total })}
          </Button>
        </CommandTooltip>
      )}
      {acts.map((act) => (
        <CommandTooltip key={act} command={act}>
          <Button variant="subtle" size="compact-sm" onClick={(event) => obeyCommand(act, event.currentTarget, say)}>
            {t(`select.${act}`)}
          </Button>
        </CommandTooltip>
      ))}
      <CommandTooltip command="back" label={t('select.clear')}>
        <ActionIcon variant="subtle" aria-label={t('select.clear')} onClick={onClear}>
          <IconX aria-hidden size={16} />
        </ActionIcon>
      </CommandTooltip>
    </Paper>
  )
}
