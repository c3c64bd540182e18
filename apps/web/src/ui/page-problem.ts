type Paged = {
  readonly data?: unknown
  readonly error?: unknown
  readonly isFetchNextPageError: boolean
  readonly refetch: () => unknown
  readonly fetchNextPage: () => unknown
}

/**
 * What keeps a reader from something, and how to try again: nothing was loaded, or no more could be. That what they read
 * could not be loaded anew is not in their way: the connection says so, and mends it.
 */
export const pageProblem = ({ data, error, isFetchNextPageError, refetch, fetchNextPage }: Paged) => {
  if (!error) return undefined
  if (data === undefined) return { error, retry: () => void refetch() }
  return isFetchNextPageError ? { error, retry: () => void fetchNextPage() } : undefined
}
