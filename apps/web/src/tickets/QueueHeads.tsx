import type { TicketSort } from '@livedesk/queue'
import { UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type ColumnId, columnOf } from './queue-columns.ts'
import classes from './QueueHeads.module.css'

type Props = {
  readonly columns: readonly ColumnId[]
  readonly sort: TicketSort
  readonly onSort: (sort: TicketSort) => void
}

/**
 * What stands in the columns below, and the orders that they offer. The rows are a list of links, so these are buttons that
 * say what they do, and no cells of a table.
 */
export const QueueHeads = ({ columns, sort, onSort }: Props) => {
  const { t } = useTranslation(['tickets', 'rows'])
  return (
    <div role="group" aria-label={t('rows:heads')} className={classes['heads']}>
      <span aria-hidden className={classes['head']}>
        #
      </span>
      {columns.map((column) => {
        const { sorts } = columnOf(column)
        if (!sorts)
          return (
            <span key={column} className={classes['head']}>
              {t(`field.${column}`)}
            </span>
          )
        const [first, second] = sorts
        const isSorted = sort === first || sort === second
        const Arrow = sort === second ? IconArrowUp : IconArrowDown
        return (
          <UnstyledButton
            key={column}
            className={classes['head']}
            data-sorted={isSorted || undefined}
            onClick={() => onSort(sort === first ? second : first)}
          >
            <span className={classes['name']}>{t(`field.${column}`)}</span>
            <Arrow aria-hidden size={13} className={classes['arrow']} />
            {isSorted && <VisuallyHidden> ({t(`sort.${sort}`)})</VisuallyHidden>}
          </UnstyledButton>
        )
      })}
    </div>
  )
}
