import type { Ticket, TicketId } from '@livedesk/events'
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { all, extended, nothingSelected, selectedOf, toggled } from './selection.ts'

/** Which rows of a list a person has chosen; or the whole of it, also what is not loaded. */
export const useSelection = (rows: readonly Ticket[]) => {
  const [selection, select] = useState(nothingSelected)
  const selected = useMemo(() => selectedOf(selection, rows), [selection, rows])
  const shown = useRef(rows)
  useLayoutEffect(() => {
    shown.current = rows
  }, [rows])

  /** Always the same function, so that rows need not be drawn for it. */
  const check = useCallback(
    (id: TicketId, isRange: boolean) =>
      select((before) =>
        isRange ? extended(before, shown.current, before.from ?? id, id) : toggled(before, shown.current, id),
      ),
    [],
  )

  return {
    selected,
    isSelected: useMemo(() => new Set(selected.map(({ id }) => id)), [selected]),
    check,
    isWhole: selection === all,
    selectAll: () => select(all),
    extend: (at: TicketId, to: TicketId) => select((before) => extended(before, rows, at, to)),
    clear: () => select(nothingSelected),
  }
}
