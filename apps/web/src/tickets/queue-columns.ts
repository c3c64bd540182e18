import type { TicketSort } from '@livedesk/queue'
import { z } from 'zod'

type Column = {
  /** In pixels: narrower it says nothing. */
  readonly least: number
  /** Its share of the room that is left; without one it is never wider. */
  readonly share?: number
  /** The orders that it stands for, the one that is wanted first before the other. */
  readonly sorts?: readonly [TicketSort, TicketSort]
  /** A ticket cannot be told from others without it. */
  readonly stays?: true
}

/** What a table of tickets can show of each, beside its number. */
export const columnTable = {
  status: { least: 104 },
  title: { least: 124, share: 5, stays: true },
  tags: { least: 40, share: 2 },
  requester: { least: 72, share: 1.5 },
  priority: { least: 84, sorts: ['-priority', 'priority'] },
  team: { least: 72, share: 1.2 },
  assignee: { least: 28, share: 1.3 },
  created: { least: 88, sorts: ['-created_at', 'created_at'] },
  updated: { least: 88, sorts: ['-updated_at', 'updated_at'] },
  snoozed: { least: 124 },
} as const satisfies Record<string, Column>

export type ColumnId = keyof typeof columnTable

const isColumnId = (value: string): value is ColumnId => Object.hasOwn(columnTable, value)

export const columnIds = Object.keys(columnTable).filter(isColumnId)

export const columnOf = (id: ColumnId): Column => columnTable[id]

/** Those that everyone begins with. */
export const usualColumns: readonly ColumnId[] = [
  'status',
  'title',
  'tags',
  'requester',
  'priority',
  'assignee',
  'updated',
]

/** The columns that a person chose, in their order. Names that this build does not know are left out. */
export const Columns = z.array(z.string()).transform((names): readonly ColumnId[] => {
  const known = [...new Set(names.filter(isColumnId))]
  const lacking = columnIds.filter((id) => columnOf(id).stays && !known.includes(id))
  return [...lacking, ...known]
})

/** Shows a column, at the end, or hides it. */
export const toggled = (columns: readonly ColumnId[], id: ColumnId): readonly ColumnId[] => {
  if (columnOf(id).stays) return columns
  return columns.includes(id) ? columns.filter((other) => other !== id) : [...columns, id]
}

/** The columns with one of them a place further left (-1) or right (1), as far as there is one. */
export const moved = (columns: readonly ColumnId[], id: ColumnId, step: -1 | 1): readonly ColumnId[] => {
  const from = columns.indexOf(id)
  const other = columns[from + step]
  if (from < 0 || other === undefined) return columns
  return columns.map((column) => (column === id ? other : column === other ? id : column))
}

// In pixels; the number stands first in every row, behind the place of its box.
const numberWidth = 48
const gap = 12
const sides = { left: 36, right: 12 }

/** The columns as CSS has them: the tracks of a grid, and the least that it is wide. */
export const tracksOf = (columns: readonly ColumnId[]) => {
  const tracks = columns.map(columnOf)
  const least = tracks.reduce((sum, column) => sum + gap + column.least, numberWidth + sides.left + sides.right)
  return {
    least,
    gap: `${gap}px`,
    sides: `0 ${sides.right}px 0 ${sides.left}px`,
    template: [
      `${numberWidth}px`,
      ...tracks.map(({ least: min, share }) => (share ? `minmax(${min}px, ${share}fr)` : `${min}px`)),
    ].join(' '),
  }
}
