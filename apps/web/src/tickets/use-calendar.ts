import { type Calendar, dayAt } from '@livedesk/queue'
import { useFromNow } from '../ui/use-now.ts'

/** Where this person's days begin, and which day it is. It moves on at their midnight. */
export const useCalendar = (): Calendar => {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
  return { zone, today: useFromNow((now) => dayAt(now, zone)) }
}
