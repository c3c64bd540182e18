import { type CannedReply, type TeamId, type TicketChanges, TicketPriority, TicketStatus } from '@livedesk/events'
import { CreateCannedReply, placeholders } from '@livedesk/resources'
import { Button, Checkbox, Group, Select, Switch, TagsInput, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { useDirectory } from '../ui/directory.ts'
import { Form } from '../ui/Form.tsx'
import { Problem } from '../ui/Problem.tsx'
import { problemCode } from '../ui/problem-code.ts'
import { schemaErrors } from '../ui/schema-errors.ts'
import { useSentence } from '../ui/use-sentence.ts'
import {
  useCreateCannedReplyMutation,
  useDeleteCannedReplyMutation,
  usePatchCannedReplyMutation,
} from './canned-api.ts'

type Props = {
  /** Undefined: a new one. */
  readonly canned: CannedReply | undefined
  readonly onDone: () => void
}

type Values = {
  readonly name: string
  readonly body: string
  readonly shared: boolean
  readonly changes: TicketChanges
}

/** A canned reply's name and words, what it changes, and whose it is. */
export const CannedForm = ({ canned, onDone }: Props) => {
  const { t } = useTranslation(['canned', 'ui'])
  const sentence = useSentence()
  const { teams } = useDirectory()
  const [create, creating] = useCreateCannedReplyMutation()
  const [patch, patching] = usePatchCannedReplyMutation()
  const [remove, removing] = useDeleteCannedReplyMutation()
  const error = creating.error ?? patching.error ?? removing.error
  const form = useForm<Values>({
    initialValues: {
      name: canned?.name ?? '',
      body: canned?.body ?? '',
      shared: canned?.owner_id === null,
      changes: canned?.changes ?? {},
    },
    validate: schemaErrors(CreateCannedReply, { name: t('needsName'), body: t('needsKnown') }),
  })
  const { changes } = form.values
  const change = (part: TicketChanges) => form.setFieldValue('changes', { ...changes, ...part })
  const { status, priority, assigned_to, team_id, add_tags = [] } = changes

  const send = form.onSubmit(async (values) => {
    const { data } = canned ? await patch({ id: canned.id, version: canned.version, ...values }) : await create(values)
    if (data) onDone()
  })
  const forget = async (id: CannedReply['id']) => {
    const { error } = await remove(id)
    if (!error) onDone()
  }

  return (
    <Form onSubmit={send}>
      <TextInput data-autofocus label={t('name')} autoComplete="off" {...form.getInputProps('name')} />
      <Textarea
        label={t('words')}
        description={t('placeholders', { names: placeholders.map((name) => `{{${name}}}`).join(' ') })}
        autosize
        minRows={4}
        maxRows={12}
        {...form.getInputProps('body')}
      />
      <Group grow align="start">
        <Select
          label={t('status')}
          placeholder={t('asItIs')}
          clearable
          data={TicketStatus.options.map((value) => ({ value, label: t(`ui:status.${value}`) }))}
          value={status ?? null}
          onChange={(value) => change({ status: value ?? undefined })}
        />
        <Select
          label={t('priority')}
          placeholder={t('asItIs')}
          clearable
          data={TicketPriority.options.map((value) => ({ value, label: t(`ui:priority.${value}`) }))}
          value={priority ?? null}
          onChange={(value) => change({ priority: value ?? undefined })}
        />
      </Group>
      {teams.length > 0 && (
        <Select<TeamId>
          label={t('team')}
          placeholder={t('asItIs')}
          clearable
          data={teams.map(({ id, name }) => ({ value: id, label: name }))}
          value={team_id ?? null}
          onChange={(value) => change({ team_id: value ?? undefined })}
        />
      )}
      <TagsInput
        label={t('addTags')}
        value={add_tags}
        onChange={(tags) =>
          change({ add_tags: tags.length > 0 ? tags.map((tag) => tag.trim().toLowerCase()) : undefined })
        }
      />
      <Checkbox
        label={t('toMe')}
        checked={assigned_to === 'me'}
        onChange={(event) => change({ assigned_to: event.currentTarget.checked ? 'me' : undefined })}
      />
      <Switch label={t('share')} {...form.getInputProps('shared', { type: 'checkbox' })} />
      {error && (
        <Problem
          title={t('failed.save')}
          detail={problemCode(error) === 'conflict' ? t('failed.conflict') : sentence(error)}
        />
      )}
      <Group justify="end" gap="xs">
        {canned && (
          <Button variant="subtle" color="red" mr="auto" onClick={() => void forget(canned.id)}>
            {t('remove')}
          </Button>
        )}
        <Button variant="default" onClick={onDone}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={creating.isLoading || patching.isLoading}>
          {t('save')}
        </Button>
      </Group>
    </Form>
  )
}
