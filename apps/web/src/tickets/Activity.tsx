import type { TicketId } from '@livedesk/events'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { MessageBones } from '../ui/MessageBones.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useSentence } from '../ui/use-sentence.ts'
import { activityGroups } from './activity-groups.ts'
import { ActivityItem } from './ActivityItem.tsx'
import classes from './Activity.module.css'
import { useActivityInfiniteQuery } from './tickets-api.ts'

/** Who changed what of a ticket, from what to what, the latest first; earlier pages are asked for. */
export const Activity = ({ ticketId }: { readonly ticketId: TicketId }) => {
  const { t } = useTranslation(['ticket', 'tickets'])
  const sentence = useSentence()
  const { data, error, refetch, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } =
    useActivityInfiniteQuery(ticketId)

  if (!data) {
    if (!error) return <MessageBones />
    return <Problem title={t('tickets:failed.activity')} detail={sentence(error)} onRetry={() => void refetch()} />
  }

  return (
    <section aria-label={t('tickets:activity')} className={classes['activity']}>
      <ol className={classes['groups']}>
        {activityGroups(data.pages.flatMap((page) => page.items)).map((group) => (
          <ActivityItem key={group.id} group={group} />
        ))}
      </ol>
      {isFetchNextPageError && (
        <Problem title={t('tickets:failed.activity')} detail={sentence(error)} onRetry={() => void fetchNextPage()} />
      )}
      {hasNextPage && !isFetchNextPageError && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('earlier')}
        </Button>
      )}
    </section>
  )
}
