import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './InTheWay.module.css'

type Props = { readonly onSendAnyway: () => void }

/** Nothing was sent, because a gap of a canned reply is open still. The caret stands in it. */
export const GapLeft = ({ onSendAnyway }: Props) => {
  const { t } = useTranslation('composer')
  return (
    <div role="alert" className={classes['box']} data-in-line>
      <p className={classes['what']}>{t('gap.left')}</p>
      <Button variant="default" size="compact-sm" onClick={onSendAnyway}>
        {t('gap.sendAnyway')}
      </Button>
    </div>
  )
}
