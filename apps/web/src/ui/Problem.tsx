import { Button } from '@mantine/core'
import { IconAlertCircle, IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './Problem.module.css'

type Props = {
  /** What happened, and what was kept. */
  readonly title: string
  /** The server's own sentence, when it said one. */
  readonly detail?: string | undefined
  readonly onRetry?: (() => void) | undefined
}

/** Something went wrong: what happened, and the way out. */
export const Problem = ({ title, detail, onRetry }: Props) => {
  const { t } = useTranslation('ui')
  return (
    <div role="alert" className={classes['problem']}>
      <IconAlertCircle aria-hidden size={18} />
      <div>
        <p className={classes['title']}>{title}</p>
        {detail && <p className={classes['detail']}>{detail}</p>}
        {onRetry && (
          <Button variant="default" mt="xs" leftSection={<IconRefresh aria-hidden size={15} />} onClick={onRetry}>
            {t('retry')}
          </Button>
        )}
      </div>
    </div>
  )
}
