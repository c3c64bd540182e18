import { useEffect } from 'react'

type Paged = {
  readonly hasNextPage: boolean
  readonly isFetching: boolean
  readonly error?: unknown
  readonly fetchNextPage: () => unknown
}

/** Loads every page, one after the other: for what is read from its end while its pages come from its beginning. */
export const useAllPages = ({ hasNextPage, isFetching, error, fetchNextPage }: Paged) => {
  useEffect(() => {
    if (hasNextPage && !isFetching && !error) fetchNextPage()
  }, [hasNextPage, isFetching, error, fetchNextPage])
}
