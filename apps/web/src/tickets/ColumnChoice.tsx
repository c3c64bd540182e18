import { ActionIcon, Checkbox } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useId, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnnounce } from '../ui/announce.ts'
import classes from './ColumnChoice.module.css'
import { type ColumnId, columnIds, columnOf, moved, toggled } from './queue-columns.ts'

type Props = { readonly columns: readonly ColumnId[]; readonly onChange: (columns: readonly ColumnId[]) => void }

/** Which columns there are, and in which order: those that are shown, then those that could be. */
export const ColumnChoice = ({ columns, onChange }: Props) => {
  const { t } = useTranslation(['tickets', 'rows'])
  const announce = useAnnounce()
  const heading = useId()
  const pressed = useRef<HTMLElement>(null)

  // A line that changes its place takes the focus along, which a browser would let go of.
  useLayoutEffect(() => {
    pressed.current?.focus()
    pressed.current = null
  })

  const move = (column: ColumnId, step: -1 | 1, button: HTMLElement) => {
    const next = moved(columns, column, step)
    if (next === columns) return
    pressed.current = button
    onChange(next)
    announce(t('rows:place', { name: t(`field.${column}`), place: next.indexOf(column) + 1, count: next.length }))
  }

  return (
    <>
      <span id={heading} className={classes['heading']}>
        {t('rows:columns')}
      </span>
      <ul aria-labelledby={heading} className={classes['choices']}>
        {[...columns, ...columnIds.filter((id) => !columns.includes(id))].map((column) => {
          const name = t(`field.${column}`)
          const place = columns.indexOf(column)
          return (
            <li key={column} className={classes['choice']}>
              <Checkbox
                size="xs"
                label={name}
                checked={place >= 0}
                disabled={columnOf(column).stays ?? false}
                className={classes['check']}
                onChange={(event) => {
                  pressed.current = event.currentTarget
                  onChange(toggled(columns, column))
                }}
              />
              {place >= 0 &&
                ([-1, 1] as const).map((step) => {
                  const isAtEnd = columns[place + step] === undefined
                  const Arrow = step < 0 ? IconChevronUp : IconChevronDown
                  return (
                    <ActionIcon
                      key={step}
                      size="sm"
                      className={classes['arrow']}
                      aria-label={t(step < 0 ? 'rows:earlier' : 'rows:later', { name })}
                      // It stays where the focus is, also at the end.
                      aria-disabled={isAtEnd}
                      {...(isAtEnd && { 'data-disabled': true })}
                      onClick={(event) => move(column, step, event.currentTarget)}
                    >
                      <Arrow aria-hidden size={14} />
                    </ActionIcon>
                  )
                })}
            </li>
          )
        })}
      </ul>
    </>
  )
}
