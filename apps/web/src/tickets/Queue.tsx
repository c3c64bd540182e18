import type { TicketId } from '@livedesk/events'
import { ActionIcon, Title, Tooltip } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useDirectory } from '../ui/directory.ts'
import { ActiveFilters } from './ActiveFilters.tsx'
import { queueOf, writeQueueAddress } from './queue-address.ts'
import { QueueFilter } from './QueueFilter.tsx'
import { QueueRows } from './QueueRows.tsx'
import { QueueSearch } from './QueueSearch.tsx'
import { QueueSort } from './QueueSort.tsx'
import classes from './Queue.module.css'
import { useQueueAddress } from './use-queue-address.ts'

type Props = {
  readonly openId: TicketId | undefined
  readonly onNewTicket: () => void
  /** What stands before the heading: on a narrow screen, the way to the views. */
  readonly leading?: React.ReactNode
}

/** One view of the queue: what narrows it, and its tickets. All of it stands in the address bar. */
export const Queue = ({ openId, onNewTicket, leading }: Props) => {
  const { t } = useTranslation('tickets')
  const { me } = useDirectory()
  const [address, go] = useQueueAddress()
  const { filter, sort } = queueOf(address, me.id)
  const search = writeQueueAddress(address)

  return (
    <section aria-label={t('queue')} className={classes['queue']}>
      <header className={classes['header']}>
        {leading}
        <Title order={1} className={classes['name']}>
          {t(`view.${address.view}`)}
        </Title>
        <Tooltip label={t('new.title')}>
          <ActionIcon variant="filled" color="ink" aria-label={t('new.title')} onClick={onNewTicket}>
            <IconPlus aria-hidden size={17} />
          </ActionIcon>
        </Tooltip>
      </header>
      <div role="search" className={classes['tools']}>
        <QueueSearch q={address.q} onSearch={(q) => go({ q })} />
        <QueueFilter address={address} onChange={go} />
        <QueueSort sort={sort} onSort={(wanted) => go({ sort: wanted })} />
      </div>
      <ActiveFilters address={address} onChange={go} />
      <QueueRows
        filter={filter}
        sort={sort}
        address={address}
        openId={openId}
        addressOf={(ticketId) => `/tickets/${ticketId}${search}`}
        onWiden={() => go({ status: [], priority: [], assignee: [], tag: [], q: '' })}
      />
    </section>
  )
}
