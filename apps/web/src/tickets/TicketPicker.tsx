import type { Ticket, TicketChanges } from '@livedesk/events'
import { Popover } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChoiceList } from '../ui/ChoiceList.tsx'
import { useFocusBack } from '../ui/use-focus-back.ts'
import classes from './TicketPicker.module.css'
import { type PickedField, useFieldChoices } from './use-field-choices.tsx'
import { useFieldWords } from './use-field-words.ts'

type Props = {
  readonly field: PickedField
  readonly tickets: readonly Ticket[]
  /** How many it is for; these may be only some of them. */
  readonly count: number
  /** What it opens at, in the window. */
  readonly at: DOMRect
  readonly onPick: (changes: TicketChanges) => void
  readonly onClose: () => void
}

/** One field of one ticket or several, given another value by a few letters and Enter. The focus goes back where it was. */
export const TicketPicker = ({ field, tickets, count, at, onPick, onClose }: Props) => {
  const { t } = useTranslation('tickets')
  const { fieldName } = useFieldWords()
  const [query, setQuery] = useState('')
  const choices = useFieldChoices(field, tickets, query, count > tickets.length)

  useFocusBack()

  const choose = (id: string) => {
    const choice = choices.find((other) => other.id === id)
    onClose()
    if (choice) onPick(choice.changes)
  }

  return (
    <Popover
      opened
      onChange={(opened) => !opened && onClose()}
      position="bottom-start"
      width={280}
      transitionProps={{ duration: 0 }}
      closeOnEscape
    >
      <Popover.Target>
        <div aria-hidden className={classes['at']} style={{ left: at.left, top: at.top, height: at.height }} />
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={fieldName(field)} aria-labelledby={undefined}>
        <ChoiceList
          label={count === 1 ? fieldName(field) : t('pick.many', { field: fieldName(field), count })}
          placeholder={t(`pick.${field}`)}
          clearLabel={t('search.clear')}
          nothing={t('pick.nothing')}
          query={query}
          onQuery={setQuery}
          groups={[{ label: fieldName(field), choices }]}
          onChoose={choose}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
