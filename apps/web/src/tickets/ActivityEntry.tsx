import type { TicketActivity } from '@livedesk/resources'
import { useTranslation } from 'react-i18next'
import { useDirectory } from '../ui/directory.ts'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import classes from './Activity.module.css'
import { useFieldWords } from './use-field-words.ts'

/** One change of one field, said as a sentence. */
export const ActivityEntry = ({ entry }: { readonly entry: TicketActivity }) => {
  const { t } = useTranslation('tickets')
  const { person } = useDirectory()
  const { fieldName, fieldValue } = useFieldWords()
  const name = person(entry.actor_id)?.name ?? t('someone')

  const sentence = () => {
    switch (entry.what) {
      case 'created':
        return t('did.created', { name })
      case 'title':
        return t('did.changed', { name, field: fieldName('title'), value: fieldValue('title', entry.after) })
      case 'status':
        return t('did.changed', { name, field: fieldName('status'), value: fieldValue('status', entry.after) })
      case 'priority':
        return t('did.changed', { name, field: fieldName('priority'), value: fieldValue('priority', entry.after) })
      case 'assigned_to':
        return t('did.changed', {
          name,
          field: fieldName('assigned_to'),
          value: fieldValue('assigned_to', entry.after),
        })
      case 'tags':
        return t('did.changed', { name, field: fieldName('tags'), value: fieldValue('tags', entry.after) })
    }
  }

  return (
    <li>
      <span>{sentence()}</span>
      <RelativeTime moment={entry.created_at} className={classes['time']} />
    </li>
  )
}
