import type { TicketId } from '@livedesk/events'
import { useTranslation } from 'react-i18next'
import { Bone } from '../ui/Bone.tsx'
import { Loading } from '../ui/Loading.tsx'
import { pageProblem } from '../ui/page-problem.ts'
import { Problem } from '../ui/Problem.tsx'
import { useAllPages } from '../ui/use-all-pages.ts'
import { useSentence } from '../ui/use-sentence.ts'
import classes from './Activity.module.css'
import { ActivityEntry } from './ActivityEntry.tsx'
import { Field } from './Field.tsx'
import { useActivityInfiniteQuery } from './tickets-api.ts'

/** Who changed what of a ticket, the latest first. */
export const Activity = ({ ticketId }: { readonly ticketId: TicketId }) => {
  const { t } = useTranslation('tickets')
  const sentence = useSentence()
  const activity = useActivityInfiniteQuery(ticketId)
  const { data } = activity
  const problem = pageProblem(activity)
  const entries = data?.pages.flatMap((page) => page.items) ?? []
  useAllPages(activity)

  if (problem) return <Problem title={t('failed.activity')} detail={sentence(problem.error)} onRetry={problem.retry} />

  return (
    <Field label={t('activity')}>
      {!data && (
        <Loading>
          <Bone width="80%" />
        </Loading>
      )}
      <ol className={classes['entries']}>
        {entries.toReversed().map((entry) => (
          <ActivityEntry key={entry.id} entry={entry} />
        ))}
      </ol>
    </Field>
  )
}
