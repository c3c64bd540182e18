import { ActionIcon } from '@mantine/core'
import { IconMenu2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './MenuButton.module.css'
import { useShell } from './shell-context.ts'

/** The way to the views and chats on a narrow screen. */
export const MenuButton = () => {
  const { t } = useTranslation()
  const { openMenu } = useShell()
  return (
    <ActionIcon className={classes['button']} aria-label={t('menu')} onClick={openMenu}>
      <IconMenu2 aria-hidden size={18} />
    </ActionIcon>
  )
}
