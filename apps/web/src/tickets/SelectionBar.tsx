import { ActionIcon, Button, Paper } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandTooltip } from '../commands/CommandTooltip.tsx'
import { readStandings } from '../commands/use-commands.ts'
import { useAnnounce } from '../ui/announce.ts'
import { say } from '../ui/say.ts'
import classes from './SelectionBar.module.css'

type Props = {
  readonly count: number
  readonly onClear: () => void
}

const acts = ['assign', 'status', 'priority', 'tags', 'resolve'] as const

/** What can be done with the rows that are chosen: the commands of a ticket, by mouse. It stands over the list's end and moves no row. */
export const SelectionBar = ({ count, onClear }: Props) => {
  const { t } = useTranslation(['tickets', 'commands'])
  const announce = useAnnounce()

  useEffect(() => announce(t('select.count', { count })), [announce, count, t])

  return (
    <Paper role="toolbar" aria-label={t('select.bar')} className={classes['bar']} shadow="md" withBorder>
      <strong data-figures className={classes['count']}>
        {t('select.count', { count })}
      </strong>
      {acts.map((act) => (
        <CommandTooltip key={act} command={act}>
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              const standing = readStandings().get(act)
              if (standing?.kind === 'ready') standing.run()
              if (standing?.kind === 'unable') say(standing.why)
            }}
          >
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
