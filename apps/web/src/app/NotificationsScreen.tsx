import { useTranslation } from 'react-i18next'
import { NotificationList } from '../notifications/NotificationList.tsx'
import { MenuButton } from './MenuButton.tsx'
import classes from './NotificationsScreen.module.css'

/** Notifications with room to read them. */
export const NotificationsScreen = () => {
  const { t } = useTranslation('notifications')
  return (
    <div className={classes['screen']}>
      <title>{`${t('title')} · Livedesk`}</title>
      <NotificationList level={1} leading={<MenuButton />} />
    </div>
  )
}
