import { ViewId } from '@livedesk/queue'
import {
  IconAlarm,
  IconArchive,
  IconCircleCheck,
  IconClockPause,
  IconInbox,
  IconUser,
  IconUserOff,
} from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useSearchParams } from 'react-router'
import { useDirectory } from '../ui/directory.ts'
import { RailLink } from '../ui/RailLink.tsx'
import { type QueueAddress, readQueueAddress, viewAddress } from './queue-address.ts'
import { useViewCountsQuery } from './tickets-api.ts'

const icons = {
  mine: IconUser,
  unassigned: IconUserOff,
  open: IconInbox,
  waiting: IconClockPause,
  snoozed: IconAlarm,
  resolved: IconCircleCheck,
  all: IconArchive,
} as const satisfies Record<ViewId, typeof IconInbox>

/** The built-in views with how many tickets each shows now. */
export const ViewsNav = () => {
  const { t } = useTranslation('tickets')
  const { me } = useDirectory()
  const { pathname } = useLocation()
  const [params] = useSearchParams()
  const { data } = useViewCountsQuery(me.id)
  const shown = pathname.startsWith('/tickets') ? builtIn(readQueueAddress(params)) : undefined

  return (
    <nav aria-label={t('views')}>
      {ViewId.options.map((view) => (
        <ViewLink key={view} view={view} count={data?.counts[view]} current={view === shown} />
      ))}
    </nav>
  )
}

// A saved view is shown beside these.
const builtIn = ({ view, saved }: QueueAddress) => (saved === undefined ? view : undefined)

type Props = { readonly view: ViewId; readonly count: number | undefined; readonly current: boolean }

// An event moves a count or two: the other links are left as they are.
const ViewLink = memo(({ view, count, current }: Props) => {
  const { t } = useTranslation('tickets')
  const Icon = icons[view]
  return (
    <RailLink
      to={{ pathname: '/tickets', search: viewAddress(view) }}
      icon={<Icon aria-hidden size={16} stroke={1.75} />}
      label={t(`view.${view}`)}
      count={count}
      current={current}
    />
  )
})
