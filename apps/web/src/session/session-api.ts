import type { CreateToken, Demo, NewToken, Session, SignIn, Token, TokenList } from '@livedesk/resources'
import { api } from '../server/api.ts'
import { live } from '../server/live.ts'
import { sessionAppliers } from './session-live.ts'

/** Who is signed in, signing in and out, and the keys of their scripts. */
export const sessionApi = api.injectEndpoints({
  endpoints: (build) => ({
    session: build.query<Session, void>({
      query: () => 'session',
      providesTags: ['live'],
      onCacheEntryAdded: live(sessionAppliers),
    }),

    signIn: build.mutation<Session, SignIn>({
      query: (body) => ({ url: 'session', method: 'POST', body }),
      onQueryStarted: forgetWhenDone,
    }),

    demo: build.query<Demo, void>({ query: () => 'demo' }),

    signOut: build.mutation<null, void>({
      query: () => ({ url: 'session', method: 'DELETE' }),
      onQueryStarted: forgetWhenDone,
    }),

    tokens: build.query<TokenList, void>({ query: () => 'tokens', providesTags: ['tokens'] }),

    createToken: build.mutation<NewToken, CreateToken>({
      query: (body) => ({ url: 'tokens', method: 'POST', body }),
      invalidatesTags: ['tokens'],
    }),

    deleteToken: build.mutation<null, Token['id']>({
      query: (id) => ({ url: `tokens/${id}`, method: 'DELETE' }),
      invalidatesTags: ['tokens'],
    }),
  }),
})

export const {
  useSessionQuery,
  useDemoQuery,
  useSignInMutation,
  useSignOutMutation,
  useTokensQuery,
  useCreateTokenMutation,
  useDeleteTokenMutation,
} = sessionApi

type Begun = {
  readonly dispatch: (action: ReturnType<typeof api.util.resetApiState>) => unknown
  readonly queryFulfilled: Promise<unknown>
}

/** What one person was shown is not shown to the next. What is on screen is loaded anew, the session first. */
async function forgetWhenDone(_asked: unknown, { dispatch, queryFulfilled }: Begun) {
  await queryFulfilled.then(
    () => dispatch(api.util.resetApiState()),
    () => undefined,
  )
}
