import type { TicketId } from '@livedesk/events'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './RowCheck.module.css'

type Props = {
  readonly id: TicketId
  readonly title: string
  readonly checked: boolean
  readonly tabStop: boolean
  /** With Shift held, all from the row before to this one. */
  readonly onCheck: (id: TicketId, isRange: boolean) => void
  readonly onFocus: (id: TicketId) => void
}

/** Chooses a row. It has its place whether it is seen or not, so that nothing moves when it is. */
export const RowCheck = memo(({ id, title, checked, tabStop, onCheck, onFocus }: Props) => {
  const { t } = useTranslation('many')
  return (
    <label className={classes['check']}>
      <input
        type="checkbox"
        aria-label={t('select.row', { id, title })}
        checked={checked}
        tabIndex={tabStop ? 0 : -1}
        onFocus={() => onFocus(id)}
        onClick={(event) => onCheck(id, event.shiftKey)}
        // The click says it, and whether Shift was held.
        onChange={() => {}}
      />
    </label>
  )
})
