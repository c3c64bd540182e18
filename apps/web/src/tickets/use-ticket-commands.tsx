import type { Ticket } from '@livedesk/events'
import type { TicketFilter } from '@livedesk/queue'
import type { BulkChanges } from '@livedesk/resources'
import { type RefObject, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommands } from '../commands/use-commands.ts'
import { useDirectory } from '../ui/directory.ts'
import { SnoozeMenu } from './SnoozeMenu.tsx'
import { TicketPicker } from './TicketPicker.tsx'
import type { PickedField } from './use-field-choices.tsx'

type Picked = PickedField | 'snoozed_until'

type Target = {
  /** What the commands act on: a selection, the row under the cursor, the open ticket. They are away while it is empty. */
  readonly tickets: readonly Ticket[]
  /** How many they stand for: of a whole list only some are known. */
  readonly count: number
  /** The part of the page that these tickets are in. */
  readonly area: RefObject<HTMLElement | null>
  /** Where a picker opens. */
  readonly anchor: (picked: Picked) => Element | null | undefined
  /** Changes these tickets; where they stand for more, those of all that are `among` a filter's. */
  readonly onAct: (tickets: readonly Ticket[], changes: BulkChanges, among?: TicketFilter) => void
}

type Picking = { readonly what: Picked; readonly tickets: readonly Ticket[]; readonly at: DOMRect }

const openOnes: TicketFilter = { status: ['new', 'in_progress', 'waiting'] }
const isOpen = ({ status }: Ticket) => status !== 'resolved' && status !== 'closed'

/**
 * What keys do to tickets, wherever they are: resolve, assign, status, priority, team, tags, snooze, watch. Gives the picker, to
 * be drawn in the area.
 */
export const useTicketCommands = ({ tickets, count, area, anchor, onAct }: Target) => {
  const { t } = useTranslation(['tickets', 'ticket'])
  const { me } = useDirectory()
  const [picking, setPicking] = useState<Picking>()
  const areMore = count > tickets.length

  const pick = (what: Picked, some: readonly Ticket[]) => () => {
    const at = anchor(what)?.getBoundingClientRect()
    if (at) setPicking({ what, tickets: some, at })
  }
  const close = () => setPicking(undefined)

  const open = tickets.filter(isOpen)
  const into = tickets.length === 1 && !areMore ? tickets[0]?.merged_into : undefined
  const merged = typeof into === 'number' ? t('whyNot.merged', { id: into }) : undefined
  const others = tickets.filter(({ assigned_to }) => assigned_to !== me.id)
  const watched = tickets.every(({ watcher_ids }) => watcher_ids.includes(me.id))
  const unlessNone = (some: readonly Ticket[], why: string) => (some.length === 0 && !areMore ? why : undefined)
  useCommands(
    tickets.length === 0
      ? {}
      : {
          resolve: {
            run: () => onAct(open, { status: 'resolved' }, openOnes),
            whyNot: merged ?? unlessNone(open, t('whyNot.resolved')),
          },
          assignToMe: {
            run: () => onAct(others, { assigned_to: me.id }),
            whyNot: unlessNone(others, t('whyNot.mine')),
          },
          assign: pick('assigned_to', tickets),
          team: pick('team_id', tickets),
          status: { run: pick('status', tickets), whyNot: merged },
          priority: pick('priority', tickets),
          tags: pick('tags', tickets),
          snooze: { run: pick('snoozed_until', open), whyNot: merged ?? unlessNone(open, t('ticket:whyNot.snooze')) },
          watch: () => onAct(tickets, { watched: areMore || !watched }),
        },
    area,
  )

  if (!picking) return null
  if (picking.what === 'snoozed_until') {
    const aside = (snoozed_until: string) => onAct(picking.tickets, { snoozed_until }, openOnes)
    return <SnoozeMenu at={picking.at} onSnooze={aside} onClose={close} />
  }
  return (
    <TicketPicker
      field={picking.what}
      tickets={picking.tickets}
      count={areMore ? count : picking.tickets.length}
      at={picking.at}
      onPick={(changes) => onAct(picking.tickets, changes)}
      onClose={close}
    />
  )
}
