import { CreateToken, type NewToken } from '@livedesk/resources'
import { Button, Group, Modal, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { Form } from '../ui/Form.tsx'
import { Problem } from '../ui/Problem.tsx'
import { schemaErrors } from '../ui/schema-errors.ts'
import { useSentence } from '../ui/use-sentence.ts'
import { useCreateTokenMutation } from './session-api.ts'

type Props = { readonly opened: boolean; readonly onClose: () => void; readonly onMade: (token: NewToken) => void }

/** Names a new token. */
export const NewTokenDialog = ({ opened, onClose, onMade }: Props) => {
  const { t } = useTranslation('session')
  const sentence = useSentence()
  const [create, { error, isLoading }] = useCreateTokenMutation()
  const form = useForm({
    initialValues: { name: '' },
    validate: schemaErrors(CreateToken, { name: t('tokens.needsName') }),
  })

  const send = form.onSubmit(async (values) => {
    const { data } = await create(CreateToken.parse(values))
    if (!data) return
    form.reset()
    onMade(data)
  })

  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('tokens.make')}
      closeButtonProps={{ 'aria-label': t('tokens.cancel') }}
    >
      <Form onSubmit={send}>
        <TextInput
          data-autofocus
          label={t('tokens.name')}
          description={t('tokens.nameWhy')}
          maxLength={100}
          {...form.getInputProps('name')}
        />
        {error && <Problem title={t('tokens.notMade')} detail={sentence(error)} />}
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('tokens.cancel')}
          </Button>
          <Button type="submit" loading={isLoading}>
            {t('tokens.make')}
          </Button>
        </Group>
      </Form>
    </Modal>
  )
}
