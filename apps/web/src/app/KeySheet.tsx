import { Button, Group, Modal, Switch, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { commandIds, commandOf, places } from '../commands/command-table.ts'
import { ChordCaps } from '../commands/KeyCaps.tsx'
import { useChords } from '../commands/own-chords.ts'
import { useKeysSwitch } from '../commands/use-commands.ts'
import classes from './KeySheet.module.css'

type Props = { readonly opened: boolean; readonly onClose: () => void }

/** Every key there is, and the switch that silences single ones. */
export const KeySheet = ({ opened, onClose }: Props) => {
  const { t } = useTranslation(['app', 'commands'])
  const [on, setOn] = useKeysSwitch()
  const chords = useChords()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('keys.title')}
      size="xl"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className={classes['sheet']}>
        {places.map((place) => (
          <section key={place}>
            <Title order={3} mb="xs">
              {t(`commands:place.${place}`)}
            </Title>
            <dl className={classes['keys']}>
              {commandIds
                .filter((id) => commandOf(id).place === place)
                .map((id) => (
                  <div key={id}>
                    <dt>{t(`commands:do.${id}`)}</dt>
                    <dd>
                      {chords(id).map((chord) => (
                        <ChordCaps key={chord} chord={chord} />
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <Group mt="md" justify="space-between" align="end">
        <Switch
          label={t('keys.switch')}
          description={t('keys.switchWhy')}
          checked={on}
          onChange={(event) => setOn(event.currentTarget.checked)}
        />
        <Button component={Link} to="/settings/keys" variant="default" onClick={onClose}>
          {t('keys.choose')}
        </Button>
      </Group>
    </Modal>
  )
}
