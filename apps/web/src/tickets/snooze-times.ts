import type { Moment } from '@livedesk/events'

/** Where "later" lies for the person who says it, in their own time zone. */
export type SnoozeTimes = { readonly [Name in 'laterToday' | 'tomorrow' | 'nextWeek']: Moment }

const hoursLater = 3
const morning = 9

/** Three hours from now, to the half hour; the next morning at nine; the next Monday at nine. */
export const snoozeTimes = (now: Date): SnoozeTimes => {
  const later = new Date(now)
  later.setHours(now.getHours() + hoursLater, now.getMinutes() < 30 ? 30 : 60, 0, 0)
  return {
    laterToday: later.toISOString(),
    tomorrow: morningAfter(now, 1),
    nextWeek: morningAfter(now, 7 - ((now.getDay() + 6) % 7)),
  }
}

/** What a field for a local date and time shows for a moment: "2026-11-24T09:00". */
export const localInput = (moment: Moment) => {
  const at = new Date(moment)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

// By the calendar, not by hours: a day may have 23 or 25 of them.
const morningAfter = (now: Date, days: number): Moment =>
  new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, morning).toISOString()
