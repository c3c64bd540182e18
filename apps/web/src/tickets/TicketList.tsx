import type { Ticket, TicketId } from '@livedesk/events'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, Suspense, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import type { TicketFilter } from '@livedesk/queue'
import type { BulkChanges } from '@livedesk/resources'
import { useTranslation } from 'react-i18next'
import { useCommands } from '../commands/use-commands.ts'
import { lazily } from '../server/lazily.ts'
import { HeldBack } from './HeldBack.tsx'
import type { QueueLayout } from './queue-layout.ts'
import classes from './TicketList.module.css'
import { RowCheck } from './RowCheck.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { TicketRow } from './TicketRow.tsx'
import { useRowFocus } from './use-row-focus.ts'
import { useSelection } from './use-selection.ts'
import { useSteadyRows } from './use-steady-rows.ts'
import { useTicketCommands } from './use-ticket-commands.tsx'

const TicketPeek = lazily(async () => (await import('./TicketPeek.tsx')).TicketPeek)

type Props = {
  readonly tickets: readonly Ticket[]
  readonly total: number
  readonly openId: TicketId | undefined
  readonly layout: QueueLayout
  /** What stands above the columns, as high as the layout says. */
  readonly heads: ReactNode
  readonly addressOf: (ticketId: TicketId) => string
  /** Called again and again while the reader is near the end. */
  readonly onNearEnd: () => void
  readonly onAct: (tickets: readonly Ticket[], changes: BulkChanges) => void
  /** Changes all of the list that is among a filter's, also what is not loaded. */
  readonly onActOnAll: (changes: BulkChanges, among: TicketFilter | undefined) => void
}

// As in TicketList.module.css: what the bar over the list's end may cover.
const barHeight = 124

/** The queue's rows. Only those on screen are drawn, and they do not move under a reader. Give another list another key. */
export const TicketList = ({
  tickets,
  total,
  openId,
  layout,
  heads,
  addressOf,
  onNearEnd,
  onAct,
  onActOnAll,
}: Props) => {
  const { t } = useTranslation('tickets')
  const scroller = useRef<HTMLDivElement>(null)
  const [scrolled, setScrolled] = useState(false)
  const [focused, setFocused] = useState(false)
  const [peeking, setPeeking] = useState(false)
  const { rows, heldBack, letIn } = useSteadyRows(tickets, scrolled || focused)
  const { selected, isSelected, isWhole, check, extend, selectAll, clear } = useSelection(rows)
  const count = isWhole ? Math.max(total, selected.length) : selected.length
  const isSelecting = selected.length > 0
  const { columns, rowHeight, headHeight } = layout

  const { active, activate, focusRow, keepLink, linkOf } = useRowFocus(rows, openId, focused, (index) =>
    virtual.scrollToIndex(index, { align: 'auto' }),
  )
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    scrollPaddingEnd: isSelecting ? barHeight : 0,
    // The row under the keyboard stays drawn, however far away it was scrolled.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), active])]
        .filter((index) => index < rows.length)
        .toSorted((a, b) => a - b),
  })

  const frame = useRef<HTMLDivElement>(null)
  const bar = useRef<HTMLDivElement>(null)
  const current = rows[active]
  const canPeek = current !== undefined && openId === undefined
  // While a ticket is open, keys mean it, unless the keyboard is on a row, or rows are chosen.
  const underKeys = current && (focused || openId === undefined) ? [current] : []
  const picker = useTicketCommands({
    tickets: isSelecting ? selected : underKeys,
    count: isSelecting ? count : underKeys.length,
    area: frame,
    anchor: () => (isSelecting ? bar.current : linkOf(active)),
    onAct: (some, changes, among) => (isWhole ? onActOnAll(changes, among) : onAct(some, changes)),
  })
  const extendBy = (step: number) => () => {
    const next = rows[active + step]
    if (!current || !next) return
    extend(current.id, next.id)
    focusRow(active + step)
  }
  useCommands({
    nextRow: () => focusRow(focused ? active + 1 : active),
    previousRow: () => focusRow(focused ? active - 1 : active),
    open: () => linkOf(active)?.click(),
    select: current && (() => check(current.id, false)),
    selectAll:
      focused || openId === undefined ? { run: selectAll, whyNot: isWhole ? t('whyNot.all') : undefined } : undefined,
    selectDown: extendBy(1),
    selectUp: extendBy(-1),
    peek: canPeek ? () => setPeeking(!peeking) : undefined,
    back: canPeek && peeking ? () => setPeeking(false) : isSelecting ? clear : undefined,
  })
  // Who reads goes on at the same row, however high rows have become.
  const lastHeight = useRef(rowHeight)
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop *= rowHeight / lastHeight.current
    lastHeight.current = rowHeight
    virtual.measure()
  }, [virtual, rowHeight])
  const showOpen = useEffectEvent(() => {
    const index = rows.findIndex((ticket) => ticket.id === openId)
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' })
  })
  useEffect(() => showOpen(), [openId, rowHeight])

  const items = virtual.getVirtualItems()
  const nearEnd = (items.at(-1)?.index ?? 0) >= rows.length - 15
  useEffect(() => {
    if (nearEnd) onNearEnd()
  })

  const showNewcomers = () => {
    letIn()
    activate(tickets[0]?.id)
    scroller.current?.scrollTo({ top: 0 })
    scroller.current?.focus()
  }

  return (
    <div
      ref={frame}
      className={classes['frame']}
      data-selecting={isSelecting || undefined}
      onFocus={(event) => setFocused(event.target !== scroller.current)}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setFocused(false)
      }}
    >
      {picker}
      <HeldBack count={heldBack} onShow={showNewcomers} />
      <div
        ref={scroller}
        tabIndex={-1}
        className={classes['scroller']}
        onScroll={(event) => setScrolled(event.currentTarget.scrollTop > 0)}
      >
        {heads}
        <ul aria-label={t('list')} className={classes['rows']} style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, key, start, size }) => {
            const ticket = rows[index]
            return (
              ticket && (
                <li
                  key={key}
                  aria-setsize={total}
                  aria-posinset={index + 1}
                  className={classes['place']}
                  style={{ height: size, transform: `translateY(${start - headHeight}px)` }}
                >
                  <RowCheck
                    id={ticket.id}
                    title={ticket.title}
                    checked={isSelected.has(ticket.id)}
                    tabStop={index === active}
                    onCheck={check}
                    onFocus={activate}
                  />
                  <TicketRow
                    ticket={ticket}
                    to={addressOf(ticket.id)}
                    columns={columns}
                    open={ticket.id === openId}
                    selected={isSelected.has(ticket.id)}
                    tabStop={index === active}
                    keepLink={keepLink}
                    onFocus={activate}
                  />
                </li>
              )
            )
          })}
        </ul>
      </div>
      {isSelecting && (
        <div ref={bar}>
          <SelectionBar count={count} total={total} onSelectAll={selectAll} onClear={clear} />
        </div>
      )}
      {canPeek && peeking && (
        <Suspense>
          <TicketPeek key={current.id} ticket={current} onClose={() => setPeeking(false)} />
        </Suspense>
      )}
    </div>
  )
}
