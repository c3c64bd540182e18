import { Role, type User } from '@livedesk/events'
import { PatchUser } from '@livedesk/resources'
import { Button, Group, PasswordInput, Select, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { Form } from '../ui/Form.tsx'
import { Problem } from '../ui/Problem.tsx'
import { problemCode } from '../ui/problem-code.ts'
import { schemaErrors } from '../ui/schema-errors.ts'
import { useSentence } from '../ui/use-sentence.ts'
import { usePatchUserMutation } from './people-api.ts'

type Props = { readonly person: User; readonly onDone: () => void }

/** Someone's name, role, password, and whether they may sign in. An empty password stays as it is. */
export const EditPersonForm = ({ person, onDone }: Props) => {
  const { t } = useTranslation('people')
  const sentence = useSentence()
  const [patch, { error, isLoading }] = usePatchUserMutation()
  const { id, version, name, role, active } = person
  const form = useForm({
    initialValues: { version, name, role, active, password: '' },
    transformValues: ({ password, ...values }) => ({ ...values, ...(password && { password }) }),
    validate: (values) =>
      schemaErrors(PatchUser, { name: t('needs.name'), password: t('needs.password') })({
        ...values,
        password: values.password || undefined,
      }),
  })

  const send = form.onSubmit(async (values) => {
    const { data } = await patch({ id, ...values })
    if (data) onDone()
  })

  return (
    <Form onSubmit={send}>
      <TextInput data-autofocus label={t('name')} autoComplete="off" {...form.getInputProps('name')} />
      <Select<Role>
        label={t('role')}
        allowDeselect={false}
        data={Role.options.map((option) => ({ value: option, label: t(`roles.${option}`) }))}
        {...form.getInputProps('role')}
      />
      <PasswordInput
        label={t('newPassword')}
        description={t('newPasswordWhy')}
        autoComplete="new-password"
        {...form.getInputProps('password')}
      />
      <Switch
        label={t('maySignIn')}
        description={t('maySignInWhy')}
        {...form.getInputProps('active', { type: 'checkbox' })}
      />
      {error && (
        <Problem
          title={t('failed.change')}
          detail={problemCode(error) === 'conflict' ? t('failed.changeConflict') : sentence(error)}
        />
      )}
      <Group justify="end" gap="xs">
        <Button variant="default" onClick={onDone}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={isLoading}>
          {t('save')}
        </Button>
      </Group>
    </Form>
  )
}
