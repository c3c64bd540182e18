/** Milliseconds of the machine's monotonic clock: the same in every process, so that a moment here compares with one there. */
export const now = () => Number(process.hrtime.bigint()) / 1e6

export const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
