import { notifications } from '@mantine/notifications'

/** Tells in passing why a key did nothing. */
export const sayWhyNot = (why: string) =>
  notifications.show({ id: 'why-not', message: why, color: 'gray', autoClose: 4000 })
