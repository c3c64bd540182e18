import { useEffect } from 'react'

type Paged = {
  readonly hasNextPage: boolean
  readonly isFetching: boolean
  readonly isFetchNextPageError: boolean
  readonly fetchNextPage: () => unknown
}

/** Loads every page, one after the other: for what is read from its end while its pages come from its beginning. */
export const useAllPages = ({ hasNextPage, isFetching, isFetchNextPageError, fetchNextPage }: Paged) => {
  useEffect(() => {
    if (hasNextPage && !isFetching && !isFetchNextPageError) fetchNextPage()
  }, [hasNextPage, isFetching, isFetchNextPageError, fetchNextPage])
}
