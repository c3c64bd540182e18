import type { ReactNode, SyntheticEvent } from 'react'
import classes from './Form.module.css'

type Props = { readonly onSubmit: (event: SyntheticEvent<HTMLFormElement>) => void; readonly children: ReactNode }

/** A form that says in our own words what is not right yet, and puts the person at the first field that is not. */
export const Form = ({ onSubmit, children }: Props) => {
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    const form = event.currentTarget
    onSubmit(event)
    // What is not right is marked by the next drawing.
    requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus())
  }
  return (
    <form noValidate className={classes['form']} onSubmit={submit}>
      {children}
    </form>
  )
}
