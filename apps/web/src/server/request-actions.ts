import { isAction } from '@reduxjs/toolkit'
import type { RequestError, AnswerMeta } from './request.ts'

/** What RTK Query says of a request for an entry, as far as it is needed here. */
export type EntryRequest = {
  readonly type: string
  readonly payload?: unknown
  readonly meta: {
    readonly requestId: string
    readonly arg: {
      readonly queryCacheKey: string
      readonly endpointName: string
      readonly originalArgs: unknown
      readonly direction?: 'forward' | 'backward'
    }
    readonly baseQueryMeta?: AnswerMeta
  }
}

/** A request that failed. With `condition`, it was not made at all. */
export type Failure = EntryRequest & {
  readonly payload?: RequestError
  readonly meta: { readonly condition?: boolean }
}

export const isBegun = (action: unknown): action is EntryRequest =>
  isAction(action) && action.type === 'api/executeQuery/pending'
export const isAnswered = (action: unknown): action is EntryRequest =>
  isAction(action) && action.type === 'api/executeQuery/fulfilled'
export const isFailed = (action: unknown): action is Failure =>
  isAction(action) && action.type === 'api/executeQuery/rejected'

/** Somebody changed an entry's data by hand (`updateQueryData`). */
export const isPatched = (action: unknown): action is { readonly payload: { readonly queryCacheKey: string } } =>
  isAction(action) && action.type === 'api/queries/queryResultPatched'
