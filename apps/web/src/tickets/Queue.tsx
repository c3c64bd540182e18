import type { TicketId } from '@livedesk/events'
import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useDirectory } from '../ui/directory.ts'
import { useIsWide } from '../ui/use-is-wide.ts'
import { ActiveFilters } from './ActiveFilters.tsx'
import { GoneView } from './GoneView.tsx'
import { noFilters, queueOf, writeQueueAddress } from './queue-address.ts'
import { layoutOf, styleOf, tableFrom } from './queue-layout.ts'
import { QueueFilter } from './QueueFilter.tsx'
import { QueueLookMenu } from './QueueLookMenu.tsx'
import { QueueRows } from './QueueRows.tsx'
import { QueueSearch } from './QueueSearch.tsx'
import { QueueSort } from './QueueSort.tsx'
import { SaveViewButtons } from './SaveViewButtons.tsx'
import classes from './Queue.module.css'
import { useCalendar } from './use-calendar.ts'
import { useQueueAddress } from './use-queue-address.ts'
import { useQueueLook } from './use-queue-look.ts'
import { useShownView } from './use-shown-view.ts'

type Props = {
  readonly openId: TicketId | undefined
  /** What stands around the heading: on a narrow screen, the ways to the views and to a new ticket. */
  readonly leading?: ReactNode
  readonly trailing?: ReactNode
}

/** One view of the queue: what narrows it, and its tickets. All of it stands in the address bar. */
export const Queue = ({ openId, leading, trailing }: Props) => {
  const { t } = useTranslation('tickets')
  const { me } = useDirectory()
  const [address, go] = useQueueAddress()
  const navigate = useNavigate()
  const list = queueOf(address, me.id, useCalendar())
  const search = writeQueueAddress(address)
  const [look, setLook] = useQueueLook()
  const [section, isTable] = useIsWide<HTMLElement>(tableFrom)
  const layout = layoutOf(look, isTable)
  const { view, gone } = useShownView(address.saved)
  const name = view?.name ?? gone?.name ?? t(`view.${address.view}`)

  return (
    <section
      ref={section}
      aria-label={t('queue')}
      className={classes['queue']}
      data-wide={isTable || undefined}
      style={styleOf(layout)}
    >
      {openId === undefined && <title>{`${name} · Livedesk`}</title>}
      <header className={classes['head']}>
        <div className={classes['heading']}>
          {leading}
          <Title order={openId === undefined ? 1 : 2} className={classes['name']}>
            {name}
          </Title>
          {trailing}
        </div>
        <div role="search" className={classes['tools']}>
          <QueueSearch
            q={address.q}
            onSearch={(q) => go({ q })}
            onSearchEverywhere={(q) =>
              void navigate(`/search${writeQueueAddress({ ...address, view: 'all', sort: undefined, q })}`)
            }
          />
          <QueueFilter address={address} onChange={go} />
          <QueueSort sort={list.sort} onSort={(sort) => go({ sort })} />
          <QueueLookMenu look={look} isTable={isTable} onChange={setLook} />
        </div>
      </header>
      {gone && <GoneView name={gone.name} />}
      <ActiveFilters address={address} onChange={go}>
        <SaveViewButtons address={address} onChange={go} />
      </ActiveFilters>
      <QueueRows
        list={list}
        address={address}
        openId={openId}
        layout={layout}
        addressOf={(ticketId) => `/tickets/${ticketId}${search}`}
        onWiden={() => go({ ...noFilters, q: '' })}
        onSort={(sort) => go({ sort })}
      />
    </section>
  )
}
