import type { SignIn } from '@livedesk/resources'
import { Loader, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../ui/Avatar.tsx'
import classes from './DemoPeople.module.css'
import { useDemoQuery } from './session-api.ts'

type Props = {
  readonly onTry: (as: SignIn) => void
  /** Who is being signed in just now. */
  readonly trying: SignIn['email'] | undefined
}

/** The people of a demo desk, one click each. A desk that does not say that it is a demo has none. */
export const DemoPeople = ({ onTry, trying }: Props) => {
  const { t } = useTranslation('session')
  const { data } = useDemoQuery()
  if (!data?.demo) return null

  const { people, password } = data.demo
  return (
    <section aria-labelledby="demo-people" className={classes['demo']}>
      <h2 id="demo-people" className={classes['title']}>
        {t('demo.title')}
      </h2>
      <p className={classes['why']}>{t('demo.why')}</p>
      <ul className={classes['people']}>
        {people.map(({ id, name, email, role }) => (
          <li key={id}>
            <UnstyledButton
              className={classes['person']}
              disabled={trying !== undefined}
              onClick={() => onTry({ email, password })}
            >
              <Avatar name={name} seed={`${id}`} />
              <span className={classes['name']}>{name}</span>
              {trying === email ? <Loader size={14} /> : <span className={classes['role']}>{t(`demo.${role}`)}</span>}
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
