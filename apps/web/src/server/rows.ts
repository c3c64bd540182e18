import { isDraft, original } from '@reduxjs/toolkit'

type Row = { readonly id: number }

/** A row of a page, if it is there. Looks at the page as it was before this event, which costs no drafts of its rows. */
export const findRow = <R extends Row>(rows: readonly R[], id: number): R | undefined =>
  plain(rows).find((row) => row.id === id)

/** Takes a row out of a page. */
export const removeRow = (rows: Row[], id: number) => {
  const index = plain(rows).findIndex((row) => row.id === id)
  if (index >= 0) rows.splice(index, 1)
}

/** Puts a row where the page's order has it, in place of what was there under its id. */
export const putRow = <R extends Row>(rows: R[], row: R, order: (a: R, b: R) => number) => {
  const before = plain(rows)
  const at = before.findIndex(({ id }) => id === row.id)
  const others = at < 0 ? before : before.toSpliced(at, 1)
  const next = others.findIndex((other) => order(other, row) > 0)
  const to = next < 0 ? others.length : next
  if (at === to) {
    rows[at] = row
    return
  }
  if (at >= 0) rows.splice(at, 1)
  rows.splice(to, 0, row)
}

function plain<R extends Row>(rows: readonly R[]): readonly R[]
function plain(rows: unknown): unknown {
  return isDraft(rows) ? original(rows) : rows
}
