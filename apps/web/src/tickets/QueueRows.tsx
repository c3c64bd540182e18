import type { TicketId } from '@livedesk/events'
import type { TicketSort, View } from '@livedesk/queue'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { Problem } from '../ui/Problem.tsx'
import { useSentence } from '../ui/use-sentence.ts'
import { EmptyQueue } from './EmptyQueue.tsx'
import type { QueueAddress } from './queue-address.ts'
import type { QueueLayout } from './queue-layout.ts'
import { QueueHeads } from './QueueHeads.tsx'
import classes from './QueueRows.module.css'
import { TicketList } from './TicketList.tsx'
import { TicketRowBones } from './TicketRowBones.tsx'
import { type TicketChange, useChangeTickets } from './use-change-tickets.ts'
import { useTicketsInfiniteQuery } from './tickets-api.ts'

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
  const { change, refusal } = useChangeTickets()
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
        onChange={(changes) => void changeRows(changes)}
      />
      {isFetchNextPageError && (
        <Problem title={t('failed.more')} detail={sentence(error)} onRetry={() => void fetchNextPage()} />
      )}
      <p role="status" className={classes['total']}>
        {t('total', { count: total })}
      </p>
    </>
  )
}
