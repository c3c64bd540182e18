import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../ui/Avatar.tsx'
import { useDirectory } from '../ui/directory.ts'
import classes from './ProfilePage.module.css'

/** Who is signed in, as the desk knows them. */
export const ProfilePage = () => {
  const { t } = useTranslation('people')
  const { me } = useDirectory()
  return (
    <section aria-label={t('profile')}>
      <Title order={2} mb="sm">
        {t('profile')}
      </Title>
      <div className={classes['card']}>
        <Avatar name={me.name} seed={`${me.id}`} size="large" />
        <dl>
          <dt>{t('name')}</dt>
          <dd>{me.name}</dd>
          <dt>{t('email')}</dt>
          <dd>{me.email}</dd>
          <dt>{t('role')}</dt>
          <dd>{t(`roles.${me.role}`)}</dd>
        </dl>
      </div>
      <p className={classes['why']}>{t('profileWhy')}</p>
    </section>
  )
}
