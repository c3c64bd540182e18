import type { SavedView } from '@livedesk/events'
import { SaveView } from '@livedesk/resources'
import { Button, Group, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from '../ui/Form.tsx'
import { Problem } from '../ui/Problem.tsx'
import { problemCode } from '../ui/problem-code.ts'
import { randomKey } from '../ui/random-key.ts'
import { schemaErrors } from '../ui/schema-errors.ts'
import { useSentence } from '../ui/use-sentence.ts'
import { usePatchViewMutation, useSaveViewMutation } from './saved-views-api.ts'

type Props = {
  /** Undefined: a new one. */
  readonly view: SavedView | undefined
  readonly query: string
  readonly onDone: (view?: SavedView) => void
}

/** The name of a saved view, and who has it. */
export const SavedViewForm = ({ view, query, onDone }: Props) => {
  const { t } = useTranslation('saved')
  const sentence = useSentence()
  const [key, setKey] = useState(randomKey)
  const [save, saving] = useSaveViewMutation()
  const [patch, patching] = usePatchViewMutation()
  const error = saving.error ?? patching.error
  const form = useForm({
    initialValues: { name: view?.name ?? '', shared: view?.shared ?? false, query },
    onValuesChange: () => setKey(randomKey()),
    validate: schemaErrors(SaveView, { name: t('needsName') }),
  })

  const send = form.onSubmit(async (values) => {
    const { data } = view
      ? await patch({ id: view.id, version: view.version, ...values })
      : await save({ ...values, key })
    if (data) onDone(data)
  })

  return (
    <Form onSubmit={send}>
      <TextInput data-autofocus label={t('name')} autoComplete="off" {...form.getInputProps('name')} />
      <Switch label={t('share')} description={t('shareNote')} {...form.getInputProps('shared', { type: 'checkbox' })} />
      {error && (
        <Problem title={t('failed')} detail={problemCode(error) === 'conflict' ? t('conflict') : sentence(error)} />
      )}
      <Group justify="end" gap="xs">
        <Button variant="default" onClick={() => onDone()}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={saving.isLoading || patching.isLoading}>
          {t('save')}
        </Button>
      </Group>
    </Form>
  )
}
