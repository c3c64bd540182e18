import { Button } from '@mantine/core'
import { IconBookmarkOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { viewAddress } from './queue-address.ts'
import classes from './TicketBar.module.css'

/** Says that the saved view whose list is shown is not there any more. It has no name if it was gone before it was opened. */
export const GoneView = ({ name }: { readonly name: string | undefined }) => {
  const { t } = useTranslation('saved')
  return (
    <p role="status" className={classes['bar']}>
      <IconBookmarkOff aria-hidden size={16} />
      <span>{name === undefined ? t('noSuch') : t('gone', { name })}</span>
      <Button
        variant="subtle"
        size="compact-xs"
        component={Link}
        to={{ pathname: '/tickets', search: viewAddress('open') }}
      >
        {t('toOpen')}
      </Button>
    </p>
  )
}
