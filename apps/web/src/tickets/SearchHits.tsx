import type { TicketId } from '@livedesk/events'
import type { TicketFilter } from '@livedesk/queue'
import { Button } from '@mantine/core'
import { IconSearchOff } from '@tabler/icons-react'
import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommands } from '../commands/use-commands.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { pageProblem } from '../ui/page-problem.ts'
import { Problem } from '../ui/Problem.tsx'
import { useSentence } from '../ui/use-sentence.ts'
import { isNarrowed, type QueueAddress, writeQueueAddress } from './queue-address.ts'
import { SearchHitRow } from './SearchHitRow.tsx'
import classes from './SearchHits.module.css'
import { useSearch } from './search-api.ts'
import { TicketRowBones } from './TicketRowBones.tsx'

type Props = {
  readonly address: QueueAddress
  readonly filter: TicketFilter
  readonly openId: TicketId | undefined
  readonly onOpen: () => void
  readonly onChange: (change: Partial<QueueAddress>) => void
}

/** What was found, the best first. The arrows, J and K go from one place to the next. */
export const SearchHits = ({ address, filter, openId, onOpen, onChange }: Props) => {
  const { t } = useTranslation('tickets')
  const sentence = useSentence()
  const list = useRef<HTMLUListElement>(null)
  const answer = useSearch(address.q, filter)
  const { data, hasNextPage, isFetching, isFetchingNextPage, fetchNextPage } = answer
  const problem = pageProblem(answer)

  const step = (by: number) => {
    const links = [...(list.current?.querySelectorAll('a') ?? [])]
    const now = links.findIndex((link) => link === document.activeElement)
    links[now < 0 ? 0 : Math.min(Math.max(now + by, 0), links.length - 1)]?.focus()
  }
  const press = (event: KeyboardEvent) => {
    if (event.code !== 'ArrowDown' && event.code !== 'ArrowUp') return
    event.preventDefault()
    step(event.code === 'ArrowDown' ? 1 : -1)
  }
  useCommands({ nextRow: () => step(1), previousRow: () => step(-1) }, list)

  if (!data) {
    if (!problem) return <TicketRowBones />
    return <Problem title={t('find.failed')} detail={sentence(problem.error)} onRetry={problem.retry} />
  }

  const hits = data.pages.flatMap((page) => page.items)
  if (hits.length === 0) {
    return (
      <EmptyState icon={IconSearchOff} title={t('find.nothing')}>
        <p>{t('find.nothingNext')}</p>
        {isNarrowed({ ...address, q: '' }) && (
          <Button variant="default" onClick={() => onChange({ status: [], priority: [], assignee: [], tag: [] })}>
            {t('find.widen')}
          </Button>
        )}
      </EmptyState>
    )
  }

  const search = writeQueueAddress(address)
  return (
    <>
      <ul ref={list} aria-label={t('find.found')} aria-busy={isFetching} className={classes['hits']} onKeyDown={press}>
        {hits.map((hit) => (
          <li key={hit.ticket.id}>
            <SearchHitRow hit={hit} search={search} open={hit.ticket.id === openId} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      {problem && <Problem title={t('failed.more')} detail={sentence(problem.error)} onRetry={problem.retry} />}
      {hasNextPage && !problem && (
        <Button
          variant="subtle"
          className={classes['more']}
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {t('find.more')}
        </Button>
      )}
      <p role="status" className={classes['count']}>
        {hasNextPage ? t('find.countMore', { count: hits.length }) : t('find.count', { count: hits.length })}
      </p>
    </>
  )
}
