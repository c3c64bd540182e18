import { type TicketId, TicketPriority } from '@livedesk/events'
import { CreateTicket } from '@livedesk/resources'
import { Button, Group, Select, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isWaiting } from '../server/lasting.ts'
import { Form } from '../ui/Form.tsx'
import { Problem } from '../ui/Problem.tsx'
import { randomKey } from '../ui/random-key.ts'
import { schemaErrors } from '../ui/schema-errors.ts'
import { useSentence } from '../ui/use-sentence.ts'
import { useStored } from '../ui/use-stored.ts'
import { AssigneeSelect } from './AssigneeSelect.tsx'
import { blankTicket, NewTicketForm, newTicketName } from './new-ticket.ts'
import classes from './NewTicketFields.module.css'
import { TagsField } from './TagsField.tsx'
import { useCreateTicketMutation } from './tickets-api.ts'

type Props = { readonly onClose: () => void; readonly onCreated: (ticketId: TicketId) => void }

/** What a new ticket needs. It is checked by the schema that the desk checks it by. */
export const NewTicketFields = ({ onClose, onCreated }: Props) => {
  const { t } = useTranslation(['tickets', 'ui'])
  const sentence = useSentence()
  const [kept, keep] = useStored(newTicketName, NewTicketForm, blankTicket)
  const [key, setKey] = useState(randomKey)
  const [create, { error, isLoading }] = useCreateTicketMutation()
  const form = useForm<NewTicketForm>({
    initialValues: kept,
    validate: schemaErrors(CreateTicket, {
      title: t('new.needs.title'),
      body: t('new.needs.body'),
      'requester.name': t('new.needs.name'),
      'requester.email': t('new.needs.email'),
      tags: t('new.needs.tags'),
    }),
    onValuesChange: (values) => {
      keep(values)
      setKey(randomKey())
    },
  })

  const send = form.onSubmit(async (values) => {
    const { data: ticket } = await create({ ...CreateTicket.parse(values), key })
    if (!ticket) return
    keep(blankTicket)
    if (isWaiting(ticket)) onClose()
    else onCreated(ticket.id)
  })

  return (
    <Form onSubmit={send}>
      <TextInput data-autofocus label={t('field.title')} maxLength={200} required {...form.getInputProps('title')} />
      <div className={classes['pair']}>
        <TextInput
          label={t('field.requesterName')}
          autoComplete="off"
          required
          {...form.getInputProps('requester.name')}
        />
        <TextInput
          label={t('field.requesterEmail')}
          type="email"
          autoComplete="off"
          required
          {...form.getInputProps('requester.email')}
        />
      </div>
      <Textarea
        label={t('field.firstMessage')}
        autosize
        minRows={5}
        maxRows={12}
        required
        {...form.getInputProps('body')}
      />
      <div className={classes['pair']}>
        <Select
          label={t('field.priority')}
          allowDeselect={false}
          data={TicketPriority.options.map((priority) => ({ value: priority, label: t(`ui:priority.${priority}`) }))}
          {...form.getInputProps('priority')}
        />
        <AssigneeSelect
          label={t('field.assignee')}
          value={form.values.assigned_to}
          onChange={(userId) => form.setFieldValue('assigned_to', userId)}
        />
      </div>
      <TagsField
        label={t('field.tags')}
        value={form.values.tags}
        error={form.errors['tags']}
        onChange={(tags) => form.setFieldValue('tags', tags)}
      />
      {error && <Problem title={t('new.failed')} detail={sentence(error)} />}
      <Group justify="end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={isLoading}>
          {t('new.create')}
        </Button>
      </Group>
    </Form>
  )
}
