import { notifications } from '@mantine/notifications'

/** Tells something in passing: why a key did nothing, or what could not be taken back. */
export const say = (sentence: string) =>
  notifications.show({ id: sentence, message: sentence, color: 'gray', autoClose: 5000 })
