import type { Ticket } from '@livedesk/events'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Bone } from '../ui/Bone.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Problem } from '../ui/Problem.tsx'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import { useSentence } from '../ui/use-sentence.ts'
import { Field } from './Field.tsx'
import { requesterAddress } from './queue-address.ts'
import classes from './RequesterField.module.css'
import { requesterTickets } from './requester-tickets.ts'
import { TicketLink } from './TicketLink.tsx'
import { useTicketsInfiniteQuery } from './tickets-api.ts'

const most = 5

/** Who asked, and what else they asked: the tickets that were touched last, and the way to all of them. */
export const RequesterField = ({ ticket: { id, requester } }: { readonly ticket: Ticket }) => {
  const { t } = useTranslation(['ticket', 'tickets'])
  const sentence = useSentence()
  const { data, error, refetch } = useTicketsInfiniteQuery(requesterTickets(requester.id))
  const others = data?.pages.flatMap(({ items }) => items).filter((other) => other.id !== id)
  const total = data?.pages[0]?.total ?? 0

  const all = total > 1 && (
    <Link className={classes['all']} to={`/tickets${requesterAddress(requester.id)}`}>
      {t('requester.all', { count: total })}
    </Link>
  )

  return (
    <Field label={t('tickets:field.requester')} aside={all}>
      <p className={classes['requester']}>
        {requester.name}
        <a href={`mailto:${requester.email}`}>{requester.email}</a>
      </p>
      {error && !data && (
        <Problem title={t('tickets:failed.list')} detail={sentence(error)} onRetry={() => void refetch()} />
      )}
      {!others && !error && (
        <Loading>
          <Bone width="80%" />
        </Loading>
      )}
      {others?.length === 0 && <p className={classes['first']}>{t('requester.first')}</p>}
      {others && others.length > 0 && (
        <ul aria-label={t('requester.others')} className={classes['others']}>
          {others.slice(0, most).map((other) => (
            <li key={other.id}>
              <TicketLink ticketId={other.id} title={other.title} />
              <StatusBadge status={other.status} />
            </li>
          ))}
        </ul>
      )}
    </Field>
  )
}
