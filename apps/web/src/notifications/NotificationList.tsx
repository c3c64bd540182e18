import { Button, Title } from '@mantine/core'
import { IconBellCheck, IconChecks } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/EmptyState.tsx'
import { MessageBones } from '../ui/MessageBones.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useSentence } from '../ui/use-sentence.ts'
import { byTicket, type TicketNews } from './by-ticket.ts'
import classes from './NotificationList.module.css'
import { NotificationRow } from './NotificationRow.tsx'
import {
  useMarkNotificationReadMutation,
  useMarkNotificationsReadMutation,
  useNotificationsInfiniteQuery,
} from './notifications-api.ts'

type Props = {
  /** The heading's: 1 where the list is the screen. */
  readonly level?: 1 | 2
  readonly leading?: ReactNode
  /** Called when the person goes where a notification leads. */
  readonly onFollow?: () => void
}

/** What a person should not miss, newest first. */
export const NotificationList = ({ level = 2, leading, onFollow }: Props) => {
  const { t } = useTranslation('notifications')
  const sentence = useSentence()
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useNotificationsInfiniteQuery()
  const [markRead] = useMarkNotificationReadMutation()
  const [markAllRead] = useMarkNotificationsReadMutation()
  const items = data?.pages.flatMap((page) => page.items) ?? []
  const newest = items.at(0)
  const unread = data?.pages.at(0)?.unread_count ?? 0

  // Whoever goes to a ticket sees all that happened there.
  const follow = ({ newest: last, older }: TicketNews) => {
    for (const { id, read } of [last, ...older]) if (!read) void markRead(id)
    onFollow?.()
  }

  return (
    <section aria-label={t('title')} className={classes['list']}>
      <header className={classes['header']}>
        {leading}
        <Title order={level} className={classes['title']}>
          {t('title')}
        </Title>
        {newest && unread > 0 && (
          <Button
            variant="subtle"
            size="compact-xs"
            leftSection={<IconChecks aria-hidden size={15} />}
            onClick={() => void markAllRead({ up_to: newest.id })}
          >
            {t('readAll')}
          </Button>
        )}
      </header>
      <div className={classes['scroller']}>
        {error && !data && <Problem title={t('failed')} detail={sentence(error)} onRetry={() => void refetch()} />}
        {!data && !error && <MessageBones />}
        {data && items.length === 0 && (
          <EmptyState icon={IconBellCheck} title={t('none')}>
            <p>{t('noneNext')}</p>
          </EmptyState>
        )}
        <ul aria-label={t('title')} className={classes['rows']}>
          {byTicket(items).map((news) => (
            <NotificationRow key={news.ticketId} news={news} onFollow={() => follow(news)} />
          ))}
        </ul>
        {hasNextPage && (
          <Button variant="subtle" fullWidth loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('older')}
          </Button>
        )}
      </div>
    </section>
  )
}
