import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Outlet, useLocation } from 'react-router'
import { RailLink } from '../ui/RailLink.tsx'
import { MenuButton } from './MenuButton.tsx'
import { settingsPages } from './settings-pages.ts'
import classes from './SettingsScreen.module.css'

/** What a person may set, a page for each thing. */
export const SettingsScreen = () => {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return (
    <div className={classes['screen']}>
      <title>{`${t('settings')} · Livedesk`}</title>
      <header className={classes['header']}>
        <MenuButton />
        <Title order={1}>{t('settings')}</Title>
      </header>
      <div className={classes['columns']}>
        <nav aria-label={t('settings')} className={classes['pages']}>
          {settingsPages.map(({ path, icon: Icon, word }) => (
            <RailLink
              key={path}
              to={path}
              icon={<Icon aria-hidden size={16} stroke={1.75} />}
              label={t(word)}
              current={pathname === path}
            />
          ))}
        </nav>
        <div className={classes['page']}>
          <Outlet />
        </div>
      </div>
    </div>
  )
}
