import type { ThunkDispatch, UnknownAction } from '@reduxjs/toolkit'
import { useState } from 'react'
import { useDispatch } from 'react-redux'
import { liveCacheOf } from './live-cache.ts'
import type { EventStream } from './stream.ts'

/** The event stream of the store around. */
export const useStream = (): EventStream => {
  const dispatch = useDispatch<ThunkDispatch<unknown, unknown, UnknownAction>>()
  const [stream] = useState(() => dispatch((_dispatch, _getState, extra) => liveCacheOf(extra).stream))
  return stream
}
