import { Button, Switch, Title } from '@mantine/core'
import { IconBellRinging } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { chime } from './chime.ts'
import { showOnDesktop } from './desktop.ts'
import classes from './PreferencesPage.module.css'
import { askPermission, usePermission, useWaysToTell } from './ways-to-tell.ts'

/** How this browser tells its person of news. Off until they want it; and what the browser forbids is said. */
export const PreferencesPage = () => {
  const { t } = useTranslation('notifications')
  const [ways, setWays] = useWaysToTell()
  const permission = usePermission()
  const [trouble, setTrouble] = useState<'silent' | 'notShown'>()
  const isDesktopOn = ways.desktop && permission === 'granted'
  const isForbidden = permission === 'denied' || permission === 'unsupported'

  const turnDesktop = async (on: boolean) => {
    const answer = on && permission === 'default' ? await askPermission() : permission
    setWays({ ...ways, desktop: on && answer === 'granted' })
  }
  const tryThem = async () => {
    const sample = { id: 'sample', title: t('ways.sample'), message: t('ways.sampleText') }
    const isShown = !isDesktopOn || showOnDesktop(sample, () => {})
    const isHeard = !ways.sound || (await chime())
    setTrouble(isShown ? (isHeard ? undefined : 'silent') : 'notShown')
  }

  return (
    <section aria-label={t('preferences')}>
      <title>{`${t('preferences')} · Livedesk`}</title>
      <Title order={2} mb="sm">
        {t('preferences')}
      </Title>
      <p className={classes['why']}>{t('ways.why')}</p>
      <div className={classes['ways']}>
        <Switch
          label={t('ways.desktop')}
          description={isForbidden ? undefined : t('ways.desktopWhy')}
          error={isForbidden ? t(`ways.${permission}`) : undefined}
          checked={isDesktopOn}
          disabled={isForbidden}
          onChange={(event) => void turnDesktop(event.currentTarget.checked)}
        />
        <Switch
          label={t('ways.sound')}
          description={t('ways.soundWhy')}
          checked={ways.sound}
          onChange={(event) => setWays({ ...ways, sound: event.currentTarget.checked })}
        />
        <div>
          <Button
            variant="default"
            leftSection={<IconBellRinging aria-hidden size={16} />}
            disabled={!isDesktopOn && !ways.sound}
            onClick={() => void tryThem()}
          >
            {t('ways.try')}
          </Button>
          {trouble && <p role="alert">{t(`ways.${trouble}`)}</p>}
        </div>
      </div>
    </section>
  )
}
