import type { Ticket } from '@livedesk/events'
import { useTranslation } from 'react-i18next'
import { useDirectory } from '../ui/directory.ts'
import type { FieldNote } from './field-notes.ts'
import { type Edit, editedFields, type EditedField } from './merge-edit.ts'

/** Says a ticket's field and its value as a person would. */
export const useFieldWords = () => {
  const { t } = useTranslation(['tickets', 'ui'])
  const { person, team } = useDirectory()

  const fieldName = (field: EditedField) => t(`field.${fieldWord[field]}`)

  const words: { readonly [F in EditedField]: (value: Ticket[F]) => string } = {
    title: (title) => title,
    status: (status) => t(`ui:status.${status}`),
    priority: (priority) => t(`ui:priority.${priority}`),
    assigned_to: (userId) => (userId === null ? t('nobody') : (person(userId)?.name ?? t('someone'))),
    team_id: (teamId) => (teamId === null ? t('noTeam') : (team(teamId)?.name ?? t('someTeam'))),
    tags: (tags) => tags.join(', ') || t('tags.none'),
  }
  const fieldValue = <F extends EditedField>(field: F, value: Ticket[F]) => words[field](value)

  /** A change of a field as a sentence; of tags, those that came and went. */
  const changeWords = (field: EditedField, { before, after }: Pick<FieldNote, 'before' | 'after'>, name: string) => {
    if (field === 'tags') return t('note.tags', { name, change: tagChange(before.tags, after.tags) })
    return t('note.changed', { name, field: fieldName(field), value: fieldValue(field, after[field]) })
  }

  const newValue = <F extends EditedField>(field: F, value: Ticket[F] | undefined) =>
    value === undefined ? '' : fieldValue(field, value)

  /** What an edit makes of a ticket: each field and its new value. */
  const editWords = (edit: Edit) =>
    editedFields(edit)
      .map((field) => `${fieldName(field)}: ${newValue(field, edit[field])}`)
      .join(', ')

  return { fieldName, fieldValue, changeWords, editWords }
}

const fieldWord = {
  title: 'title',
  status: 'status',
  priority: 'priority',
  assigned_to: 'assignee',
  team_id: 'team',
  tags: 'tags',
} as const satisfies Record<EditedField, string>

/** The tags that came and went. */
export const tagChange = (before: readonly string[], after: readonly string[]) =>
  [
    ...after.filter((tag) => !before.includes(tag)).map((tag) => `+${tag}`),
    ...before.filter((tag) => !after.includes(tag)).map((tag) => `−${tag}`),
  ].join(' ')
