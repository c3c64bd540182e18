import type { ReactNode } from 'react'
import { Link, type To } from 'react-router'
import { byLocale } from './intl.ts'
import classes from './RailLink.module.css'
import { useLocale } from './use-locale.ts'

type Props = {
  readonly to: To
  readonly icon: ReactNode
  readonly label: string
  readonly current: boolean
  readonly count?: number | undefined
  /** Whether the count is of something unread, and so calls. */
  readonly unread?: boolean
}

/** One place to go to, with how much is there. */
export const RailLink = ({ to, icon, label, current, count, unread = false }: Props) => {
  const locale = useLocale()
  return (
    <Link to={to} aria-current={current ? 'page' : undefined} className={classes['link']}>
      {icon}
      <span className={classes['label']}>{label}</span>
      {count !== undefined && (
        <span data-figures className={classes['count']} data-unread={unread || undefined}>
          {numbers(locale).format(count)}
        </span>
      )}
    </Link>
  )
}

const numbers = byLocale((locale) => new Intl.NumberFormat(locale))
