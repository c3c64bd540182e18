import { IconBookmarkOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './TicketBar.module.css'

/** Says that the saved view whose list is shown was deleted meanwhile. */
export const GoneView = ({ name }: { readonly name: string }) => {
  const { t } = useTranslation('saved')
  return (
    <p role="status" className={classes['bar']}>
      <IconBookmarkOff aria-hidden size={16} />
      <span>{t('gone', { name })}</span>
    </p>
  )
}
