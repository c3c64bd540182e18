import { z } from 'zod'
import { type ColumnId, Columns, tracksOf, usualColumns } from './queue-columns.ts'

/** How much air a row has. */
export const Density = z.enum(['comfortable', 'compact'])
export type Density = z.output<typeof Density>

/** What a person chose for the queue, as this browser keeps it. */
export const QueueLook = z.object({ columns: Columns, density: Density })
export type QueueLook = z.output<typeof QueueLook>

/** What everyone begins with. */
export const usualLook: QueueLook = { columns: usualColumns, density: 'comfortable' }

/** A queue this wide, in pixels, is a table: a ticket a line, under the heads of its columns. Else each is a card. */
export const tableFrom = 720

const heights = {
  table: { comfortable: 40, compact: 32 },
  cards: { comfortable: 76, compact: 64 },
} as const

const headHeight = 32

/** How rows are drawn now, in pixels where they are numbers. */
export type QueueLayout = {
  /** The columns of a table; cards have none. */
  readonly columns: readonly ColumnId[] | undefined
  readonly rowHeight: number
  readonly headHeight: number
}

export const layoutOf = ({ columns, density }: QueueLook, isTable: boolean): QueueLayout =>
  isTable
    ? { columns, rowHeight: heights.table[density], headHeight }
    : { columns: undefined, rowHeight: heights.cards[density], headHeight: 0 }

/** The layout as the style sheets of rows, their heads and their bones know it. */
export const styleOf = ({ columns, headHeight: head }: QueueLayout): Record<`--${string}`, string> => {
  const headNow = { '--head-height': `${head}px` }
  if (!columns) return headNow
  const { template, gap, sides, least } = tracksOf(columns)
  return {
    ...headNow,
    '--row-tracks': template,
    '--row-gap': gap,
    '--row-sides': sides,
    '--row-least': `${least}px`,
  }
}
