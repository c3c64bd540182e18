import type { ThunkDispatch, UnknownAction } from '@reduxjs/toolkit'
import { useState, useSyncExternalStore } from 'react'
import { useDispatch } from 'react-redux'
import { liveCacheOf } from './live-cache.ts'

/** What this browser has done and not sent, with what can be done about it. */
export const useOutbox = () => {
  const dispatch = useDispatch<ThunkDispatch<unknown, unknown, UnknownAction>>()
  const [outbox] = useState(() => dispatch((_dispatch, _getState, extra) => liveCacheOf(extra).outbox))
  return { outbox, all: useSyncExternalStore(outbox.subscribe, () => outbox.all) }
}
