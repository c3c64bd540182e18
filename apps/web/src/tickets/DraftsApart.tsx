import type { TicketDraft } from '@livedesk/events'
import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './InTheWay.module.css'

type Props = { readonly theirs: TicketDraft; readonly onSettle: (choice: 'mine' | 'theirs' | 'both') => void }

/** Two drafts of one reply, written in two places: neither is lost, the person says what becomes of them. */
export const DraftsApart = ({ theirs, onSettle }: Props) => {
  const { t } = useTranslation('ticket')
  return (
    <div role="alert" className={classes['box']}>
      <p className={classes['what']}>{t('apart.title')}</p>
      <blockquote className={classes['theirs']}>{theirs.body}</blockquote>
      <Group gap="xs">
        <Button variant="light" onClick={() => onSettle('both')}>
          {t('apart.both')}
        </Button>
        <Button variant="default" onClick={() => onSettle('mine')}>
          {t('apart.mine')}
        </Button>
        <Button variant="default" onClick={() => onSettle('theirs')}>
          {t('apart.theirs')}
        </Button>
      </Group>
    </div>
  )
}
