import { useTranslation } from 'react-i18next'
import { Avatar } from '../ui/Avatar.tsx'
import { useDirectory } from '../ui/directory.ts'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import classes from './Activity.module.css'
import type { ActivityGroup } from './activity-groups.ts'
import { useActivityWords } from './use-activity-words.ts'

/** What one person did to the ticket in one go. */
export const ActivityItem = ({ group: { actor, at, entries } }: { readonly group: ActivityGroup }) => {
  const { t } = useTranslation(['ticket', 'tickets'])
  const { person } = useDirectory()
  const activityWords = useActivityWords()
  const name = actor === null ? t('desk') : (person(actor)?.name ?? t('tickets:someone'))

  return (
    <li className={classes['group']}>
      <Avatar name={name} seed={`${actor ?? name}`} size="small" />
      <div>
        <p className={classes['head']}>
          <b>{name}</b>
          <RelativeTime moment={at} className={classes['time']} />
        </p>
        {entries.map((entry) => (
          <p key={entry.id} className={classes['change']}>
            {activityWords(entry)}
          </p>
        ))}
      </div>
    </li>
  )
}
