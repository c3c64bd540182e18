import { ActionIcon, Indicator, Popover } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lazily } from '../server/lazily.ts'
import { useNotificationsInfiniteQuery } from './notifications-api.ts'

const NotificationList = lazily(async () => (await import('./NotificationList.tsx')).NotificationList)

/** How much is new, and a look at it. */
export const NotificationsBell = () => {
  const { t } = useTranslation('notifications')
  const [opened, setOpened] = useState(false)
  const { data } = useNotificationsInfiniteQuery()
  const unread = data?.pages.at(0)?.unread_count ?? 0

  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={380} trapFocus returnFocus>
      <Indicator disabled={unread === 0} label={unread > 99 ? '99+' : unread} size={16} offset={5} color="ink">
        <Popover.Target>
          <ActionIcon
            aria-label={unread > 0 ? t('bell', { count: unread }) : t('title')}
            onClick={() => setOpened(!opened)}
          >
            <IconBell aria-hidden size={18} />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown p={0} aria-label={t('title')}>
        <Suspense>
          <NotificationList onFollow={() => setOpened(false)} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
