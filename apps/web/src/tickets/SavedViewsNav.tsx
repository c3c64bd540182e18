import type { CountedView } from '@livedesk/resources'
import { IconBookmark, IconUsersGroup } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useSearchParams } from 'react-router'
import { RailLink } from '../ui/RailLink.tsx'
import { readQueueAddress, writeQueueAddress } from './queue-address.ts'
import { savedAddress } from './saved-address.ts'
import { SavedViewMenu } from './SavedViewMenu.tsx'
import classes from './SavedViewsNav.module.css'
import { useSavedViews } from './use-saved-views.ts'

/** The views that people saved, everyone's first, with how many tickets each shows now. */
export const SavedViewsNav = () => {
  const { t } = useTranslation('saved')
  const { pathname } = useLocation()
  const [params] = useSearchParams()
  const { views, mayChange } = useSavedViews()
  const shown = pathname.startsWith('/tickets') ? readQueueAddress(params).saved : undefined

  if (views.length === 0) return null
  return (
    <nav aria-label={t('views')}>
      {views.map((view) => (
        <SavedViewLink key={view.id} view={view} current={view.id === shown} isMine={mayChange(view)} />
      ))}
    </nav>
  )
}

type Props = { readonly view: CountedView; readonly current: boolean; readonly isMine: boolean }

// An event moves a count or two: the other links are left as they are.
const SavedViewLink = memo(({ view, current, isMine }: Props) => {
  const { t } = useTranslation('saved')
  const Icon = view.shared ? IconUsersGroup : IconBookmark
  const kind = t(view.shared ? 'everyones' : 'yours')
  return (
    <div className={classes['place']}>
      <RailLink
        to={{ pathname: '/tickets', search: writeQueueAddress(savedAddress(view)) }}
        icon={<Icon role="img" aria-label={kind} size={16} stroke={1.75} />}
        label={view.name}
        count={view.count}
        current={current}
      />
      {isMine && <SavedViewMenu view={view} />}
    </div>
  )
})
