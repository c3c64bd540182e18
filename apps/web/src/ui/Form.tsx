import type { ReactNode, SyntheticEvent } from 'react'
import classes from './Form.module.css'

type Props = { readonly onSubmit: (event: SyntheticEvent<HTMLFormElement>) => void; readonly children: ReactNode }

/** A form that says in our own words what is not right yet. */
export const Form = ({ onSubmit, children }: Props) => (
  <form noValidate className={classes['form']} onSubmit={onSubmit}>
    {children}
  </form>
)
