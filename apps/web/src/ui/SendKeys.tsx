import classes from './SendKeys.module.css'

const isApple = /Mac|iPhone|iPad/u.test(navigator.userAgent)

/** The keys that send: shown on the button, and so taught. */
export const SendKeys = () => (
  <kbd aria-hidden className={classes['keys']}>
    {isApple ? '⌘' : 'Ctrl'} ↵
  </kbd>
)
