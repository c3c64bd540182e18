import { closeCodes } from '@livedesk/events'

const first = 500
const longest = 15_000
const restartSpread = 2000

/**
 * How long to wait before an attempt, in milliseconds: anything up to a bound that doubles with each failure (full jitter),
 * so that those who lost a worker together do not come back together. `failures` counts those since the last stable time.
 */
export const waitBefore = (failures: number, closedWith: number, random: () => number) =>
  random() *
  Math.max(Math.min(longest, first * 2 ** failures), closedWith === closeCodes.restarting ? restartSpread : 0)
