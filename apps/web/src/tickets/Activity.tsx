import type { TicketId } from '@livedesk/events'
import { useTranslation } from 'react-i18next'
import { Bone } from '../ui/Bone.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useSentence } from '../ui/use-sentence.ts'
import classes from './Activity.module.css'
import { ActivityEntry } from './ActivityEntry.tsx'
import { Field } from './Field.tsx'
import { useTicketActivityQuery } from './tickets-api.ts'

/** Who changed what of a ticket, the latest first. */
export const Activity = ({ ticketId }: { readonly ticketId: TicketId }) => {
  const { t } = useTranslation('tickets')
  const sentence = useSentence()
  const { data, error, refetch } = useTicketActivityQuery(ticketId)

  if (error) return <Problem title={t('failed.activity')} detail={sentence(error)} onRetry={() => void refetch()} />

  return (
    <Field label={t('activity')}>
      {!data && (
        <Loading>
          <Bone width="80%" />
        </Loading>
      )}
      <ol className={classes['entries']}>
        {data?.items.toReversed().map((entry) => <ActivityEntry key={entry.id} entry={entry} />)}
      </ol>
    </Field>
  )
}
