export const isApple = /Mac|iPhone|iPad/u.test(navigator.userAgent)

/** The key that makes a command of another, by what it is called on this machine. */
export const commandKey = isApple ? '⌘' : 'Ctrl'
