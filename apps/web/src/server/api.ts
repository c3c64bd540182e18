import { createAction, type ThunkAction, type UnknownAction } from '@reduxjs/toolkit'
import { type BaseQueryFn, createApi } from '@reduxjs/toolkit/query/react'
import { type AnswerMeta, type Ask, request, type RequestError } from './request.ts'

/** The API answered that nobody is signed in (any more). */
export const signedOut = createAction('server/signedOut')

const ask = request('/api')

const askAndNotice: BaseQueryFn<Ask, unknown, RequestError, object, AnswerMeta> = async (what, asking) => {
  const answer = await ask(what, asking)
  if (answer.error?.kind === 'signed_out') asking.dispatch(signedOut())
  return answer
}

/**
 * The only cache of what the desk knows. Features inject their endpoints. Every entry that events keep right provides the
 * tag `live`: after a gap in what was heard, those on screen are loaded anew, and the others are dropped.
 */
export const api = createApi({
  reducerPath: 'api',
  baseQuery: askAndNotice,
  tagTypes: ['live', 'tickets', 'chats', 'tokens'],
  // An answer under way is put right when it lands: nothing has to wait for it.
  invalidationBehavior: 'immediately',
  endpoints: () => ({}),
})

/** Loads an entry again, whoever asked for it. Nothing happens while it is being loaded anyway. */
export const reload = (endpointName: string, arg: unknown) => {
  const endpoint: unknown = Reflect.get(api.endpoints, endpointName)
  if (!isLoadable(endpoint)) throw new Error(`There is no entry ${endpointName}.`)
  return endpoint.initiate(arg, { subscribe: false, forceRefetch: true })
}

type Loadable = {
  initiate: (
    arg: unknown,
    how: { readonly subscribe: false; readonly forceRefetch: true },
  ) => ThunkAction<unknown, unknown, unknown, UnknownAction>
}

const isLoadable = (endpoint: unknown): endpoint is Loadable =>
  typeof endpoint === 'object' && endpoint !== null && 'initiate' in endpoint
