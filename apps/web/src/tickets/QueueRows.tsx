import type { Ticket, TicketId } from '@livedesk/events'
import type { TicketFilter, TicketSort, View } from '@livedesk/queue'
import type { BulkChanges } from '@livedesk/resources'
import { notifications } from '@mantine/notifications'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lazily } from '../server/lazily.ts'
import { useDirectory } from '../ui/directory.ts'
import { Problem } from '../ui/Problem.tsx'
import { say } from '../ui/say.ts'
import { useSentence } from '../ui/use-sentence.ts'
import { EmptyQueue } from './EmptyQueue.tsx'
import { type ManyChange, useChangeMany } from './many.ts'
import { stepsOfIds } from './many-steps.ts'
import type { QueueAddress } from './queue-address.ts'
import type { QueueLayout } from './queue-layout.ts'
import { QueueHeads } from './QueueHeads.tsx'
import classes from './QueueRows.module.css'
import { editOf } from './ticket-forecasts.ts'
import { TicketList } from './TicketList.tsx'
import { TicketRowBones } from './TicketRowBones.tsx'
import { type TicketChange, useChangeTickets } from './use-change-tickets.ts'
import { useFieldWords } from './use-field-words.ts'
import { useTicketsInfiniteQuery } from './tickets-api.ts'

const ConfirmMany = lazily(async () => (await import('./ConfirmMany.tsx')).ConfirmMany)

/** So many are changed one by one, each with its own merge; more of them in one act of the desk. */
const mostByOne = 50

type Props = {
  readonly list: View
  readonly address: QueueAddress
  readonly openId: TicketId | undefined
  readonly layout: QueueLayout
  readonly addressOf: (ticketId: TicketId) => string
  readonly onWiden: () => void
  readonly onSort: (sort: TicketSort) => void
}

/** The tickets of one filter and order, however many there are. */
export const QueueRows = ({ list, address, openId, layout, addressOf, onWiden, onSort }: Props) => {
  const { t } = useTranslation('tickets')
  const { me } = useDirectory()
  const { change, refusal } = useChangeTickets()
  const changeMany = useChangeMany()
  const { bulkWords } = useFieldWords()
  const [asked, setAsked] = useState<ManyChange>()
  const sentence = useSentence()
  const { data, error, isFetching, hasNextPage, isFetchNextPageError, fetchNextPage, refetch } =
    useTicketsInfiniteQuery(list)

  const heads = layout.columns && <QueueHeads columns={layout.columns} sort={list.sort} onSort={onSort} />

  if (!data) {
    if (!error)
      return (
        <>
          {heads}
          <TicketRowBones layout={layout} />
        </>
      )
    return <Problem title={t('failed.list')} detail={sentence(error)} onRetry={() => void refetch()} />
  }

  const tickets = data.pages.flatMap((page) => page.items)
  const total = data.pages.at(-1)?.total ?? 0
  if (tickets.length === 0) return <EmptyQueue address={address} onWiden={onWiden} />

  const changeRows = async (changes: readonly TicketChange[]) => {
    const refusals = (await change(changes)).flatMap((answer) => refusal(answer) ?? [])
    if (refusals.length > 0) notifications.show({ color: 'red', title: t('failed.save'), message: refusals.join(' ') })
  }

  const act = (some: readonly Ticket[], changes: BulkChanges) => {
    const isEdit = changes.watched === undefined && changes.snoozed_until === undefined
    if (isEdit && some.length <= mostByOne) {
      return void changeRows(some.map((seen) => ({ seen, edit: editOf(seen, changes, me.id) })))
    }
    const ids = some.map(({ id }) => id)
    changeMany({ steps: stepsOfIds(ids, changes), changes, total: ids.length })
  }
  const actOnAll = (changes: BulkChanges, among: TicketFilter | undefined) => {
    const filter = among ? narrowed(list.filter, among) : list.filter
    if (filter) setAsked({ steps: [{ filter, changes }], changes, total })
    else say(t('whyNot.none'))
  }

  const more = () => {
    if (hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage()
  }

  return (
    <>
      <TicketList
        key={JSON.stringify(list)}
        tickets={tickets}
        total={total}
        openId={openId}
        layout={layout}
        heads={heads}
        addressOf={addressOf}
        onNearEnd={more}
        onAct={act}
        onActOnAll={actOnAll}
      />
      {asked && (
        <Suspense>
          <ConfirmMany
            count={asked.total}
            what={bulkWords(asked.changes)}
            onConfirm={() => changeMany(asked)}
            onClose={() => setAsked(undefined)}
          />
        </Suspense>
      )}
      {isFetchNextPageError && (
        <Problem title={t('failed.more')} detail={sentence(error)} onRetry={() => void fetchNextPage()} />
      )}
      <p role="status" className={classes['total']}>
        {t('total', { count: total })}
      </p>
    </>
  )
}

/** What a filter shows, as far as it has one of these statuses; undefined when that is nothing. */
const narrowed = (filter: TicketFilter, { status = [] }: TicketFilter): TicketFilter | undefined => {
  const both = filter.status ? filter.status.filter((one) => status.includes(one)) : status
  return both.length > 0 ? { ...filter, status: both } : undefined
}
