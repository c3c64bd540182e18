import type { Ticket } from '@livedesk/events'
import { Button, CloseButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useDirectory } from '../ui/directory.ts'
import { undoOf } from './field-notes.ts'
import classes from './FieldNote.module.css'
import type { Edit, EditedField } from './merge-edit.ts'
import type { NotedFields } from './use-field-notes.ts'
import { useFieldWords } from './use-field-words.ts'

type Props = {
  readonly field: EditedField
  readonly ticket: Ticket
  readonly noted: NotedFields
  readonly onEdit: (edit: Edit) => void
}

/** Beside a field that someone else has just changed: who, to what, and the way back. */
export const FieldNote = ({ field, ticket, noted, onEdit }: Props) => {
  const { t } = useTranslation('tickets')
  const { person } = useDirectory()
  const { fieldName, changeWords } = useFieldWords()
  const note = noted.noteOf(field)
  if (!note) return null

  const undo = () => {
    noted.dismiss(field)
    onEdit(undoOf(field, note, ticket))
  }

  return (
    <p className={classes['note']}>
      <span>{changeWords(field, note, person(note.by)?.name ?? t('someone'))}</span>
      <Button
        variant="subtle"
        size="compact-xs"
        aria-label={t('note.undoField', { field: fieldName(field) })}
        onClick={undo}
      >
        {t('note.undo')}
      </Button>
      <CloseButton size="xs" aria-label={t('note.dismiss')} onClick={() => noted.dismiss(field)} />
    </p>
  )
}
