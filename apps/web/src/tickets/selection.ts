import type { TicketId } from '@livedesk/events'

/** Rows that a person has chosen: some by themselves, and those between the row a range began at and the row it has come to. */
export type Selection = {
  readonly picked: ReadonlySet<TicketId>
  readonly from: TicketId | undefined
  readonly to: TicketId | undefined
}

export const nothingSelected: Selection = { picked: new Set(), from: undefined, to: undefined }

type Rows = readonly { readonly id: TicketId }[]

/** The rows that are chosen, as the list is now: what left it is not chosen any more. */
export const selectedOf = <Row extends Rows[number]>({ picked, from, to }: Selection, rows: readonly Row[]): Row[] => {
  if (picked.size === 0 && to === undefined) return []
  const ends = [from, to].map((id) => rows.findIndex((row) => row.id === id))
  const [first, last] = [Math.min(...ends), Math.max(...ends)]
  // A range one end of which left the list is its other end.
  const isWithin = (index: number) => to !== undefined && index <= last && index >= (first < 0 ? last : first)
  return rows.filter(({ id }, index) => picked.has(id) || isWithin(index))
}

/** Chooses a row, or chooses it no more. A range may begin at it. */
export const toggled = (selection: Selection, rows: Rows, id: TicketId): Selection => {
  const picked = new Set(selectedOf(selection, rows).map((row) => row.id))
  if (!picked.delete(id)) picked.add(id)
  return { picked, from: id, to: undefined }
}

/** Chooses all from one row to another. While one goes on from the end of a range, it grows and shrinks. */
export const extended = (selection: Selection, rows: Rows, at: TicketId, to: TicketId): Selection =>
  at === selection.to || at === selection.from
    ? { ...selection, to }
    : { picked: new Set(selectedOf(selection, rows).map(({ id }) => id)), from: at, to }
