import { Button } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { ChatsNav } from '../chats/ChatsNav.tsx'
import { NotificationsBell } from '../notifications/NotificationsBell.tsx'
import { SavedViewsNav } from '../tickets/SavedViewsNav.tsx'
import { ViewsNav } from '../tickets/ViewsNav.tsx'
import { Mark } from '../ui/Mark.tsx'
import { RailLink } from '../ui/RailLink.tsx'
import { ConnectionLine } from './ConnectionLine.tsx'
import { PersonMenu } from './PersonMenu.tsx'
import classes from './Rail.module.css'
import { useShell } from './shell-context.ts'

/** Where everything is: views and chats with their counts, what is new, how the connection is, and who is signed in. */
export const Rail = ({ onShowKeys }: { readonly onShowKeys: () => void }) => {
  const { t } = useTranslation(['app', 'tickets'])
  const { openNewTicket } = useShell()
  const { pathname } = useLocation()
  return (
    <div className={classes['rail']}>
      <div className={classes['head']}>
        <Mark size={22} />
        <span className={classes['brand']}>Livedesk</span>
        <NotificationsBell />
      </div>
      <Button
        variant="default"
        justify="start"
        className={classes['new']}
        leftSection={<IconPlus aria-hidden size={16} />}
        onClick={openNewTicket}
      >
        {t('tickets:new.title')}
      </Button>
      <div className={classes['places']}>
        <RailLink
          to="/search"
          icon={<IconSearch aria-hidden size={16} stroke={1.75} />}
          label={t('tickets:find.title')}
          current={pathname.startsWith('/search')}
        />
        <ViewsNav />
        <SavedViewsNav />
        <ChatsNav />
      </div>
      <ConnectionLine />
      <PersonMenu onShowKeys={onShowKeys} />
    </div>
  )
}
