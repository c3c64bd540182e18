import type { Ticket } from '@livedesk/events'
import type { BulkChanges } from '@livedesk/resources'
import { useTranslation } from 'react-i18next'
import { useDirectory } from '../ui/directory.ts'
import { dayAndTime } from '../ui/relative-time.ts'
import { useLocale } from '../ui/use-locale.ts'
import type { FieldNote } from './field-notes.ts'
import { type Edit, editedFields, type EditedField } from './merge-edit.ts'

/** Says a ticket's field and its value as a person would. */
export const useFieldWords = () => {
  const { t } = useTranslation(['tickets', 'ui', 'many'])
  const { me, person, team } = useDirectory()
  const locale = useLocale()

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

  /** What becomes of many tickets. */
  const bulkWords = ({ status, priority, assigned_to, team_id, ...changes }: BulkChanges) => {
    const { add_tags = [], remove_tags = [], snoozed_until: until, watched } = changes
    const edit = {
      ...(status && { status }),
      ...(priority && { priority }),
      ...(assigned_to !== undefined && { assigned_to: assigned_to === 'me' ? me.id : assigned_to }),
      ...(team_id !== undefined && { team_id }),
    }
    const tags = tagChange(remove_tags, add_tags)
    return [
      editWords(edit),
      tags && `${fieldName('tags')}: ${tags}`,
      until && t('many:snoozed', { time: dayAndTime(until, locale) }),
      until === null && t('many:woken'),
      watched !== undefined && t(watched ? 'many:watched' : 'many:unwatched'),
    ]
      .filter(Boolean)
      .join(', ')
  }

  return { fieldName, fieldValue, changeWords, editWords, bulkWords }
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
