import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './EmptyState.module.css'

type Props = {
  readonly icon: Icon
  readonly title: string
  /** What to do next. */
  readonly children?: ReactNode
}

/** There is nothing here, and that is all right: says so, and what to do next. */
export const EmptyState = ({ icon: Icon, title, children }: Props) => (
  <div className={classes['empty']}>
    <Icon aria-hidden size={28} stroke={1.5} />
    <p className={classes['title']}>{title}</p>
    {children && <div className={classes['next']}>{children}</div>}
  </div>
)
