import type { TicketActivity } from '@livedesk/events'
import { useTranslation } from 'react-i18next'
import { dayAndTime } from '../ui/relative-time.ts'
import { useLocale } from '../ui/use-locale.ts'
import type { EditedField } from './merge-edit.ts'
import { tagChange, useFieldWords } from './use-field-words.ts'

/** Says what a history keeps as a sentence: what it was about, from what, to what. Who did it stands beside it. */
export const useActivityWords = () => {
  const { t } = useTranslation('ticket')
  const locale = useLocale()
  const { fieldName, fieldValue } = useFieldWords()
  const fromTo = (field: EditedField, before: string, after: string) =>
    t('did.changed', { field: fieldName(field), before, after })

  return (entry: TicketActivity) => {
    switch (entry.what) {
      case 'created':
        return t('did.created')
      case 'title':
        return fromTo('title', fieldValue('title', entry.before), fieldValue('title', entry.after))
      case 'status':
        return fromTo('status', fieldValue('status', entry.before), fieldValue('status', entry.after))
      case 'priority':
        return fromTo('priority', fieldValue('priority', entry.before), fieldValue('priority', entry.after))
      case 'assigned_to':
        return fromTo('assigned_to', fieldValue('assigned_to', entry.before), fieldValue('assigned_to', entry.after))
      case 'team_id':
        return fromTo('team_id', fieldValue('team_id', entry.before), fieldValue('team_id', entry.after))
      case 'tags':
        return t('did.tags', { change: tagChange(entry.before, entry.after) })
      case 'snoozed_until':
        return entry.after === null ? t('did.woken') : t('did.snoozed', { time: dayAndTime(entry.after, locale) })
      case 'link': {
        const link = entry.after ?? entry.before
        const words = link ? t(`link.${link.kind}`, { id: link.ticket_id }) : ''
        return t(entry.after ? 'did.linked' : 'did.unlinked', { link: words })
      }
      case 'merged_into':
        return t(entry.after === null ? 'did.unmerged' : 'did.merged', { id: entry.after ?? entry.before ?? '' })
      case 'took_in':
        return t(entry.after === null ? 'did.letGo' : 'did.tookIn', { id: entry.after ?? entry.before ?? '' })
      // The desk is newer than this page.
      case 'other':
        return t('did.other')
    }
  }
}
