import { Role } from '@livedesk/events'
import { CreateUser } from '@livedesk/resources'
import { Button, Group, PasswordInput, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { Form } from '../ui/Form.tsx'
import { Problem } from '../ui/Problem.tsx'
import { schemaErrors } from '../ui/schema-errors.ts'
import { useSentence } from '../ui/use-sentence.ts'
import { useCreateUserMutation } from './people-api.ts'

const blank: CreateUser = { name: '', email: '', role: 'agent', password: '' }

/** What a new person needs. */
export const NewPersonForm = ({ onDone }: { readonly onDone: () => void }) => {
  const { t } = useTranslation('people')
  const sentence = useSentence()
  const [create, { error, isLoading }] = useCreateUserMutation()
  const form = useForm({
    initialValues: blank,
    validate: schemaErrors(CreateUser, {
      name: t('needs.name'),
      email: t('needs.email'),
      password: t('needs.password'),
    }),
  })

  const send = form.onSubmit(async (values) => {
    const { data } = await create(CreateUser.parse(values))
    if (data) onDone()
  })

  return (
    <Form onSubmit={send}>
      <TextInput data-autofocus label={t('name')} autoComplete="off" {...form.getInputProps('name')} />
      <TextInput type="email" label={t('email')} autoComplete="off" {...form.getInputProps('email')} />
      <Select<Role>
        label={t('role')}
        allowDeselect={false}
        data={Role.options.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
        {...form.getInputProps('role')}
      />
      <PasswordInput
        label={t('password')}
        description={t('passwordWhy')}
        autoComplete="new-password"
        {...form.getInputProps('password')}
      />
      {error && <Problem title={t('failed.add')} detail={sentence(error)} />}
      <Group justify="end" gap="xs">
        <Button variant="default" onClick={onDone}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={isLoading}>
          {t('add')}
        </Button>
      </Group>
    </Form>
  )
}
