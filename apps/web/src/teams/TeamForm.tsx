import type { Team } from '@livedesk/events'
import { CreateTeam } from '@livedesk/resources'
import { Button, Group, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { useDirectory } from '../ui/directory.ts'
import { Form } from '../ui/Form.tsx'
import { PeoplePicker } from '../ui/PeoplePicker.tsx'
import { Problem } from '../ui/Problem.tsx'
import { problemCode } from '../ui/problem-code.ts'
import { schemaErrors } from '../ui/schema-errors.ts'
import { useSentence } from '../ui/use-sentence.ts'
import { useCreateTeamMutation, usePatchTeamMutation } from './teams-api.ts'

type Props = {
  /** Undefined: a new one. */
  readonly team: Team | undefined
  readonly onDone: () => void
}

/** A team's name and its members. */
export const TeamForm = ({ team, onDone }: Props) => {
  const { t } = useTranslation('teams')
  const sentence = useSentence()
  const { people } = useDirectory()
  const [create, creating] = useCreateTeamMutation()
  const [patch, patching] = usePatchTeamMutation()
  const error = creating.error ?? patching.error
  const form = useForm({
    initialValues: { name: team?.name ?? '', member_ids: team?.member_ids ?? [] },
    validate: schemaErrors(CreateTeam, { name: t('needsName') }),
  })
  const choices = people.filter(({ id, active }) => active || form.values.member_ids.includes(id))

  const send = form.onSubmit(async (values) => {
    const { data } = team ? await patch({ id: team.id, version: team.version, ...values }) : await create(values)
    if (data) onDone()
  })

  return (
    <Form onSubmit={send}>
      <TextInput data-autofocus label={t('name')} autoComplete="off" {...form.getInputProps('name')} />
      <PeoplePicker
        label={t('members')}
        find={t('findPerson')}
        nobody={t('noOne')}
        people={choices}
        chosen={form.values.member_ids}
        onChange={(member_ids) => form.setFieldValue('member_ids', member_ids)}
      />
      {error && (
        <Problem
          title={t('failed.save')}
          detail={problemCode(error) === 'conflict' ? t('failed.conflict') : sentence(error)}
        />
      )}
      <Group justify="end" gap="xs">
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
