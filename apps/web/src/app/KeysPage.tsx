import { Button, Switch, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useKeysSwitch } from '../commands/use-commands.ts'
import { commandIds, commandOf, places } from '../commands/command-table.ts'
import { useOwnChords } from '../commands/own-chords.ts'
import { CommandKeys } from './CommandKeys.tsx'
import classes from './KeysPage.module.css'

/** Which keys do what, and the way to have others. They are kept in this browser: a keyboard belongs to a desk. */
export const KeysPage = () => {
  const { t } = useTranslation(['app', 'commands'])
  const [on, setOn] = useKeysSwitch()
  const [own, store] = useOwnChords()

  return (
    <section aria-label={t('keys.title')}>
      <header className={classes['header']}>
        <Title order={2}>{t('keys.title')}</Title>
        <Button variant="default" disabled={Object.keys(own).length === 0} onClick={() => store({})}>
          {t('keys.resetAll')}
        </Button>
      </header>
      <p className={classes['why']}>{t('keys.why')}</p>
      <Switch
        label={t('keys.switch')}
        description={t('keys.switchWhy')}
        checked={on}
        onChange={(event) => setOn(event.currentTarget.checked)}
      />
      {places.map((place) => (
        <section key={place} aria-label={t(`commands:place.${place}`)}>
          <Title order={3} className={classes['place']}>
            {t(`commands:place.${place}`)}
          </Title>
          <ul className={classes['commands']}>
            {commandIds
              .filter((id) => commandOf(id).place === place)
              .map((id) => (
                <CommandKeys key={id} id={id} />
              ))}
          </ul>
        </section>
      ))}
    </section>
  )
}
