import type { Ticket } from '@livedesk/events'
import { type RefObject, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommands } from '../commands/use-commands.ts'
import { useDirectory } from '../ui/directory.ts'
import type { Edit } from './merge-edit.ts'
import { TicketPicker } from './TicketPicker.tsx'
import type { TicketChange } from './use-change-tickets.ts'
import type { PickedField } from './use-field-choices.tsx'

type Target = {
  /** What the commands act on: a selection, the row under the cursor, the open ticket. They are away while it is empty. */
  readonly tickets: readonly Ticket[]
  /** The part of the page that these tickets are in. */
  readonly area: RefObject<HTMLElement | null>
  /** Where a picker opens. */
  readonly anchor: () => Element | null | undefined
  readonly onChange: (changes: readonly TicketChange[]) => void
}

type Picking = { readonly field: PickedField; readonly tickets: readonly Ticket[]; readonly at: DOMRect }

/** What keys do to tickets, wherever they are: resolve, assign, status, priority, tags. Gives the picker, to be drawn in the area. */
export const useTicketCommands = ({ tickets, area, anchor, onChange }: Target) => {
  const { t } = useTranslation('tickets')
  const { me } = useDirectory()
  const [picking, setPicking] = useState<Picking>()

  const change = (some: readonly Ticket[], edit: (ticket: Ticket) => Edit) =>
    onChange(some.map((seen) => ({ seen, edit: edit(seen) })))
  const pick = (field: PickedField) => () => {
    const at = anchor()?.getBoundingClientRect()
    if (at) setPicking({ field, tickets, at })
  }

  const open = tickets.filter(({ status }) => status !== 'resolved' && status !== 'closed')
  const others = tickets.filter(({ assigned_to }) => assigned_to !== me.id)
  useCommands(
    tickets.length === 0
      ? {}
      : {
          resolve: {
            run: () => change(open, () => ({ status: 'resolved' })),
            whyNot: open.length === 0 ? t('whyNot.resolved') : undefined,
          },
          assignToMe: {
            run: () => change(others, () => ({ assigned_to: me.id })),
            whyNot: others.length === 0 ? t('whyNot.mine') : undefined,
          },
          assign: pick('assigned_to'),
          status: pick('status'),
          priority: pick('priority'),
          tags: pick('tags'),
        },
    area,
  )

  return (
    picking && (
      <TicketPicker
        {...picking}
        onPick={(edit) => change(picking.tickets, edit)}
        onClose={() => setPicking(undefined)}
      />
    )
  )
}
