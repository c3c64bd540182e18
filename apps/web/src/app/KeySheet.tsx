import { Kbd, Modal, Switch, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useKeysSwitch } from '../ui/use-keys.ts'
import { keySheet } from './key-sheet.ts'
import classes from './KeySheet.module.css'

type Props = { readonly opened: boolean; readonly onClose: () => void }

/** Every key there is, and the switch that silences single ones. */
export const KeySheet = ({ opened, onClose }: Props) => {
  const { t } = useTranslation()
  const [on, setOn] = useKeysSwitch()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('keys.title')}
      size="xl"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className={classes['sheet']}>
        {keySheet.map(({ group, keys }) => (
          <section key={group}>
            <Title order={3} mb="xs">
              {t(`keys.${group}`)}
            </Title>
            <dl className={classes['keys']}>
              {keys.map(({ what, press }) => (
                <div key={what}>
                  <dt>{t(`keys.${what}`)}</dt>
                  <dd>
                    {press.map((key) => (
                      <Kbd key={key} size="xs">
                        {key}
                      </Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Switch
        mt="md"
        label={t('keys.switch')}
        description={t('keys.switchWhy')}
        checked={on}
        onChange={(event) => setOn(event.currentTarget.checked)}
      />
    </Modal>
  )
}
