import { commandKey } from './command-key.ts'
import classes from './SendKeys.module.css'

/** The keys that send: shown on the button, and so taught. */
export const SendKeys = () => (
  <kbd aria-hidden className={classes['keys']}>
    {commandKey} ↵
  </kbd>
)
