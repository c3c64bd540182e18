import { useTranslation } from 'react-i18next'
import { useConnection } from '../server/use-connection.ts'
import classes from './ConnectionLine.module.css'

/** How the connection is, always in sight and always true. */
export const ConnectionLine = () => {
  const { t } = useTranslation()
  const { kind } = useConnection()
  return (
    <p role="status" className={classes['line']} data-state={kind}>
      {t(`connection.${kind}`)}
    </p>
  )
}
