/** The largest file that is kept, in bytes. */
export const mostFileBytes = 25 * 1024 * 1024

/** How many files a message may have. */
export const mostFiles = 20
