import { Moment } from '@livedesk/events'

/** The moment some minutes before now. */
export const minutesBefore = (now: Date, minutes: number): Moment =>
  Moment.parse(new Date(now.getTime() - minutes * 60_000).toISOString())
