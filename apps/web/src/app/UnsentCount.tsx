import { Popover, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useOutbox } from '../server/use-outbox.ts'
import classes from './UnsentCount.module.css'
import { UnsentList } from './UnsentList.tsx'

/** How much waits to be sent, and on demand what; nothing when nothing does. */
export const UnsentCount = () => {
  const { t } = useTranslation()
  const waiting = useOutbox().all.filter(({ refusal, withdrawn }) => refusal === undefined && !withdrawn)
  if (waiting.length === 0) return null
  return (
    <Popover position="top-start" width={320} trapFocus returnFocus withinPortal>
      <Popover.Target>
        <UnstyledButton className={classes['count']}>{t('unsent.count', { count: waiting.length })}</UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <UnsentList waiting={waiting} />
      </Popover.Dropdown>
    </Popover>
  )
}
