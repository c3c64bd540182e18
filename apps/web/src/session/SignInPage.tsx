import { SignIn } from '@livedesk/resources'
import { Button, PasswordInput, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from '../ui/Form.tsx'
import { Mark } from '../ui/Mark.tsx'
import { Problem } from '../ui/Problem.tsx'
import { schemaErrors } from '../ui/schema-errors.ts'
import { useSentence } from '../ui/use-sentence.ts'
import { DemoPeople } from './DemoPeople.tsx'
import { useSignInMutation } from './session-api.ts'
import classes from './SignInPage.module.css'

type Props = {
  /** Language and colours, which a person may want before they are known. */
  readonly children: ReactNode
}

/** The door. Where it leads is decided by who stands outside: as soon as someone is signed in, it is not drawn. */
export const SignInPage = ({ children }: Props) => {
  const { t } = useTranslation('session')
  const sentence = useSentence()
  const [signIn, { error, isLoading, originalArgs }] = useSignInMutation()
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: schemaErrors(SignIn, { email: t('needs.email'), password: t('needs.password') }),
  })

  return (
    <main className={classes['page']}>
      <div className={classes['card']}>
        <Mark size={36} />
        <Title order={1} className={classes['title']}>
          {t('title')}
        </Title>
        <Form onSubmit={form.onSubmit((values) => void signIn(values))}>
          <TextInput
            autoFocus
            size="sm"
            type="email"
            name="email"
            autoComplete="username"
            label={t('email')}
            {...form.getInputProps('email')}
          />
          <PasswordInput
            size="sm"
            name="password"
            autoComplete="current-password"
            label={t('password')}
            visibilityToggleButtonProps={{ 'aria-label': t('showPassword'), 'aria-hidden': false, tabIndex: 0 }}
            {...form.getInputProps('password')}
          />
          {error && <Problem title={t('failed')} detail={sentence(error)} />}
          <Button type="submit" size="sm" loading={isLoading}>
            {t('signIn')}
          </Button>
        </Form>
      </div>
      <DemoPeople onTry={(as) => void signIn(as)} trying={isLoading ? originalArgs?.email : undefined} />
      <div className={classes['foot']}>{children}</div>
    </main>
  )
}
