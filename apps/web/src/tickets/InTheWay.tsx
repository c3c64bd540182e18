import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './InTheWay.module.css'
import type { Stopped } from './use-send-guard.ts'

/** Nothing was sent, and why; it can go as it is. */
export const InTheWay = ({ by, count, onSendAnyway }: Stopped) => {
  const { t } = useTranslation('composer')
  return (
    <div role="alert" className={classes['box']} data-in-line>
      <p className={classes['what']}>{t(`${by}.left`, { count })}</p>
      <Button variant="default" size="compact-sm" onClick={onSendAnyway}>
        {t(`${by}.sendAnyway`, { count })}
      </Button>
    </div>
  )
}
