import { Moment } from '@livedesk/events'

/** A working day of the demo desk, in its own minutes (see `openClock`). */
export const DAY = 11.5 * 60

/** Six weeks of the demo desk, in its own minutes. */
export const SIX_WEEKS = 30 * DAY

/**
 * Turns minutes of the desk into moments before `now`. The desk's clock is a wall clock in office hours and nearly stands
 * still at night and at weekends, so what is spread evenly over its minutes has the rhythm of an office.
 */
export const openClock = (now: Date) => {
  const hours = hoursBefore(now)
  return (minutesAgo: number): Moment => {
    const hour = hours.find(({ past, lasts }) => minutesAgo < past + lasts)
    if (!hour) throw new Error(`The clock of the demo desk does not reach back ${minutesAgo} of its minutes.`)
    const passed = ((minutesAgo - hour.past) / hour.lasts) * HOUR
    return Moment.parse(new Date(hour.ends - passed).toISOString())
  }
}

const HOUR = 3_600_000

/** The last seven weeks, hour by hour, back from now: how much of the desk's time passed since each, and in each. */
const hoursBefore = (now: Date) => {
  let past = 0
  return Array.from({ length: 7 * 7 * 24 }, (_, back) => {
    const ends = now.getTime() - back * HOUR
    // Someone is looking at the desk now, so it is awake, whatever the hour.
    const lasts = 60 * (back < 3 ? 1 : pace(new Date(ends - HOUR / 2)))
    const hour = { ends, past, lasts }
    past += lasts
    return hour
  })
}

/** How busy an hour is: office hours anywhere between Lisbon and Moscow. */
const pace = (at: Date) => {
  const hour = at.getUTCHours()
  if (at.getUTCDay() % 6 === 0) return hour >= 7 && hour < 20 ? 0.15 : 0.02
  if (hour >= 7 && hour < 17) return 1
  return hour >= 17 && hour < 21 ? 0.25 : 0.05
}
