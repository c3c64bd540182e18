import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useConnection } from '../server/use-connection.ts'
import { useSessionQuery } from '../session/session-api.ts'
import classes from './ConnectionBar.module.css'
import { UnsentCount } from './UnsentCount.tsx'

/** What a person may do about a page that is not live; on a narrow screen, where the places are out of sight, that it is not. */
export const ConnectionBar = () => {
  const { t } = useTranslation()
  const { kind } = useConnection()
  const { refetch } = useSessionQuery()

  switch (kind) {
    case 'live':
    case 'connecting':
      return null
    case 'reconnecting':
    case 'offline':
      return (
        <div role="status" className={classes['bar']} data-passing>
          <span>
            {t(`connection.${kind}`)} · {t(`connection.${kind}Long`)}
          </span>
          <UnsentCount />
        </div>
      )
    case 'signed_out':
      return (
        <div role="alert" className={classes['bar']}>
          {t('connection.signed_outLong')}
          <Button size="compact-xs" variant="default" onClick={() => void refetch()}>
            {t('connection.signIn')}
          </Button>
        </div>
      )
    case 'outdated':
    case 'stopped':
      return (
        <div role="alert" className={classes['bar']}>
          {t(`connection.${kind}Long`)}
          <Button size="compact-xs" variant="default" onClick={() => location.reload()}>
            {t('connection.reload')}
          </Button>
        </div>
      )
  }
}
