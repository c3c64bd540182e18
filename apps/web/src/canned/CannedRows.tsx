import type { CannedReply } from '@livedesk/events'
import { Button, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './Canned.module.css'

type Props = {
  readonly label: string
  readonly rows: readonly CannedReply[]
  readonly onEdit: (canned: CannedReply) => void
}

/** Canned replies with their first words, each with the way to change it. */
export const CannedRows = ({ label, rows, onEdit }: Props) => {
  const { t } = useTranslation('canned')

  if (rows.length === 0) return null
  return (
    <>
      <Title order={3}>{label}</Title>
      <ul aria-label={label} className={classes['list']}>
        {rows.map((canned) => (
          <li key={canned.id} className={classes['row']}>
            <span className={classes['choice']}>
              {canned.name}
              <span className={classes['words']}>{canned.body === '' ? t('onlyChanges') : canned.body}</span>
            </span>
            <Button
              variant="subtle"
              size="compact-xs"
              aria-label={t('changeOf', { name: canned.name })}
              onClick={() => onEdit(canned)}
            >
              {t('change')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
