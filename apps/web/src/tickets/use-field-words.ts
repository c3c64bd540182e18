import type { Ticket } from '@livedesk/events'
import { useTranslation } from 'react-i18next'
import { useDirectory } from '../ui/directory.ts'
import type { EditedField } from './merge-edit.ts'

/** Says a ticket's field and its value as a person would. */
export const useFieldWords = () => {
  const { t } = useTranslation(['tickets', 'ui'])
  const { person } = useDirectory()

  const fieldName = (field: EditedField) => t(field === 'assigned_to' ? 'field.assignee' : `field.${field}`)

  const words: { readonly [F in EditedField]: (value: Ticket[F]) => string } = {
    title: (title) => title,
    status: (status) => t(`ui:status.${status}`),
    priority: (priority) => t(`ui:priority.${priority}`),
    assigned_to: (userId) => (userId === null ? t('nobody') : (person(userId)?.name ?? t('someone'))),
    tags: (tags) => tags.join(', ') || t('tags.none'),
  }
  const fieldValue = <F extends EditedField>(field: F, value: Ticket[F]) => words[field](value)

  return { fieldName, fieldValue }
}
