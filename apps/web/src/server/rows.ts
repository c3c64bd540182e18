import { isDraft, original } from '@reduxjs/toolkit'

type Row = { readonly id: number }

/**
 * Rows as Immer is asked to change them. They are read as they were before the event, and replaced whole: a draft of each
 * row, and a trap for each that a splice moves, would cost more than all the rest.
 */
type Rows<R extends Row> = { items: R[] }

/** A row of a page, if it is there. */
export const findRow = <R extends Row>(rows: readonly R[], id: number): R | undefined => {
  // A loop: this runs over every row that is loaded, for every event.
  for (const row of plain(rows)) if (row.id === id) return row
  return undefined
}

/** Takes a row out of a page. */
export const removeRow = <R extends Row>(page: Rows<R>, id: number) => {
  const rows = plain(page.items)
  if (findRow(rows, id)) page.items = rows.filter((row) => row.id !== id)
}

/** Puts a row where the page's order has it, in place of what was there under its id. */
export const putRow = <R extends Row>(page: Rows<R>, row: R, order: (a: R, b: R) => number) => {
  const others = plain(page.items).filter(({ id }) => id !== row.id)
  const next = others.findIndex((other) => order(other, row) > 0)
  page.items = others.toSpliced(next < 0 ? others.length : next, 0, row)
}

function plain<R extends Row>(rows: readonly R[]): readonly R[]
function plain(rows: unknown): unknown {
  return isDraft(rows) ? original(rows) : rows
}
