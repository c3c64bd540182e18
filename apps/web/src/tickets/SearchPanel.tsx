import type { TicketId } from '@livedesk/events'
import { Title } from '@mantine/core'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useDirectory } from '../ui/directory.ts'
import { useIsWide } from '../ui/use-is-wide.ts'
import { ActiveFilters } from './ActiveFilters.tsx'
import { queueOf } from './queue-address.ts'
import { tableFrom } from './queue-layout.ts'
import { QueueFilter } from './QueueFilter.tsx'
import { RecentSearches } from './RecentSearches.tsx'
import { SearchField } from './SearchField.tsx'
import { SearchHits } from './SearchHits.tsx'
import classes from './Queue.module.css'
import { useCalendar } from './use-calendar.ts'
import { useQueueAddress } from './use-queue-address.ts'
import { useRecentSearches } from './use-recent-searches.ts'

type Props = { readonly openId: TicketId | undefined; readonly leading?: ReactNode }

/** Search over tickets and all that was said in them: the words, what narrows it, and what was found. All of it stands in the address. */
export const SearchPanel = ({ openId, leading }: Props) => {
  const { t } = useTranslation('tickets')
  const { me } = useDirectory()
  const [address, go] = useQueueAddress('all')
  const { remember } = useRecentSearches()
  const results = useRef<HTMLDivElement>(null)
  const { filter } = queueOf({ ...address, q: '' }, me.id, useCalendar())
  const [section, isWide] = useIsWide<HTMLElement>(tableFrom)
  const first = () => results.current?.querySelector('a')

  return (
    <section ref={section} aria-label={t('find.title')} className={classes['queue']} data-wide={isWide || undefined}>
      {openId === undefined && <title>{`${t('find.title')} · Livedesk`}</title>}
      <header className={classes['head']}>
        <div className={classes['heading']}>
          {leading}
          <Title order={openId === undefined ? 1 : 2} className={classes['name']}>
            {t('find.title')}
          </Title>
        </div>
        <div role="search" className={classes['tools']}>
          <SearchField
            q={address.q}
            onSearch={(q) => go({ q })}
            onEnter={() => {
              remember(address.q)
              first()?.click()
            }}
            onDown={() => first()?.focus()}
          />
          <QueueFilter address={address} onChange={go} />
        </div>
      </header>
      <ActiveFilters address={address} onChange={go} />
      <div ref={results} className={classes['results']}>
        {address.q.trim() === '' ? (
          <RecentSearches onSearch={(q) => go({ q })} />
        ) : (
          <SearchHits
            address={address}
            filter={filter}
            openId={openId}
            onOpen={() => remember(address.q)}
            onChange={go}
          />
        )}
      </div>
    </section>
  )
}
