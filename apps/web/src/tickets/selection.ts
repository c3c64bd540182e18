import type { TicketId } from '@livedesk/events'

/** Rows that a person has chosen: some by themselves, and those of the range that they last drew. */
export type Selection = {
  readonly picked: ReadonlySet<TicketId>
  /** The rows that stood between the range's ends when it was drawn: rows move under it, and nobody has chosen what comes between. */
  readonly range: ReadonlySet<TicketId>
  readonly from: TicketId | undefined
  readonly to: TicketId | undefined
}

export const nothingSelected: Selection = { picked: new Set(), range: new Set(), from: undefined, to: undefined }

/** The whole of a list, whatever it has by then. Whoever takes a row out of it has chosen the others that are loaded. */
export const all: Selection = { ...nothingSelected }

type Rows = readonly { readonly id: TicketId }[]

/** The rows that are chosen, of those that the list has now. */
export const selectedOf = <Row extends Rows[number]>(selection: Selection, rows: readonly Row[]): Row[] => {
  if (selection === all) return [...rows]
  const { picked, range } = selection
  return picked.size + range.size === 0 ? [] : rows.filter(({ id }) => picked.has(id) || range.has(id))
}

/** Chooses a row, or chooses it no more. A range may begin at it. */
export const toggled = (selection: Selection, rows: Rows, id: TicketId): Selection => {
  const picked = idsOf(selectedOf(selection, rows))
  if (!picked.delete(id)) picked.add(id)
  return { picked, range: new Set(), from: id, to: undefined }
}

/** Chooses all from one row to another. While one goes on from the end of a range, it grows and shrinks. */
export const extended = (selection: Selection, rows: Rows, at: TicketId, to: TicketId): Selection => {
  const isSame = (at === selection.to || at === selection.from) && rows.some(({ id }) => id === selection.from)
  const [from, picked] = isSame ? [selection.from ?? at, selection.picked] : [at, idsOf(selectedOf(selection, rows))]
  return { picked, range: idsOf(between(rows, from, to)), from, to }
}

const idsOf = (rows: Rows) => new Set(rows.map(({ id }) => id))

/** The rows from one to another, both included, whichever stands first. One that is not there is the other. */
const between = (rows: Rows, from: TicketId, to: TicketId) => {
  const ends = [from, to].map((end) => rows.findIndex(({ id }) => id === end)).filter((index) => index >= 0)
  return ends.length === 0 ? [] : rows.slice(Math.min(...ends), Math.max(...ends) + 1)
}
