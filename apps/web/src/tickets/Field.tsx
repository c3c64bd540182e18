import type { ReactNode } from 'react'
import classes from './Field.module.css'

type Props = { readonly label: string; readonly aside?: ReactNode; readonly children: ReactNode }

/** A name above what it names. */
export const Field = ({ label, aside, children }: Props) => (
  <div role="group" aria-label={label} className={classes['field']}>
    <div className={classes['head']}>
      <span aria-hidden>{label}</span>
      {aside}
    </div>
    {children}
  </div>
)
