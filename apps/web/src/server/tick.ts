let ticks = 0

/** The next number of this tab's own count: what was done later has a larger one. */
export const tick = () => {
  ticks += 1
  return ticks
}
