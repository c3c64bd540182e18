import { ActionIcon } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './MenuButton.module.css'
import { useShell } from './shell-context.ts'

/** The way to a new ticket on a narrow screen, where the one beside the views is not in sight. */
export const NewTicketButton = () => {
  const { t } = useTranslation('tickets')
  const { openNewTicket } = useShell()
  return (
    <ActionIcon
      variant="filled"
      color="ink"
      className={classes['button']}
      aria-label={t('new.title')}
      onClick={openNewTicket}
    >
      <IconPlus aria-hidden size={17} />
    </ActionIcon>
  )
}
