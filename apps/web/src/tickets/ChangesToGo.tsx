import type { Ticket, TicketChanges } from '@livedesk/events'
import { CloseButton, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useDirectory } from '../ui/directory.ts'
import { editedFields } from './merge-edit.ts'
import { editOf } from './ticket-forecasts.ts'
import { useFieldWords } from './use-field-words.ts'
import classes from './Composer.module.css'

type Props = { readonly ticket: Ticket; readonly changes: TicketChanges; readonly onClear: () => void }

/** How the ticket will be changed when what is written is sent. */
export const ChangesToGo = ({ ticket, changes, onClear }: Props) => {
  const { t } = useTranslation('canned')
  const { me } = useDirectory()
  const { editWords } = useFieldWords()
  const edit = editOf(ticket, changes, me.id)

  if (editedFields(edit).length === 0) return null
  return (
    <Group gap={4} wrap="nowrap" className={classes['changes']}>
      <span>{t('withIt', { what: editWords(edit) })}</span>
      <CloseButton size="xs" aria-label={t('withoutIt')} onClick={onClear} />
    </Group>
  )
}
