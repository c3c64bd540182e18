import { useTranslation } from 'react-i18next'
import { useConnection } from '../server/use-connection.ts'
import classes from './ConnectionLine.module.css'
import { UnsentCount } from './UnsentCount.tsx'

/** How the connection is, always in sight and always true; what it means when it is gone for longer than a blink. */
export const ConnectionLine = () => {
  const { t } = useTranslation()
  const { kind } = useConnection()
  return (
    <div role="status" className={classes['line']} data-state={kind}>
      {t(`connection.${kind}`)}
      {(kind === 'reconnecting' || kind === 'offline') && (
        <p className={classes['why']}>{t(`connection.${kind}Long`)}</p>
      )}
      <p className={classes['unsent']}>
        <UnsentCount />
      </p>
    </div>
  )
}
