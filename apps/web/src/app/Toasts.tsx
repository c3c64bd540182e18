import { Notifications } from '@mantine/notifications'

/** Where people are told in passing. What was said before it is here, it says when it comes. */
export const Toasts = () => <Notifications position="bottom-right" limit={4} autoClose={8000} />
