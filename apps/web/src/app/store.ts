import { configureStore, createListenerMiddleware } from '@reduxjs/toolkit'
import { api, signedOut } from '../server/api.ts'
import { type Clock, realClock } from '../server/clock.ts'
import { aloneAs } from '../server/locks.ts'
import { LiveCache } from '../server/live-cache.ts'
import { openConnection } from '../server/open-connection.ts'
import { type AskDesk, Outbox } from '../server/outbox.ts'
import { request } from '../server/request.ts'
import { isAnswered, isFailed } from '../server/request-actions.ts'
import { browserShelf, type Shelf } from '../server/shelf.ts'
import { soon } from '../server/soon.ts'
import { EventStream } from '../server/stream.ts'
import { sessionApi } from '../session/session-api.ts'

type StoreParts = {
  readonly stream: EventStream
  readonly clock: Clock
  /** Runs something before the next picture is drawn. */
  readonly soon: (run: () => void) => void
  /** Where is kept what could not be sent. */
  readonly shelf: Shelf
  /** Runs something while no other tab of this browser runs its like. */
  readonly alone: (run: () => Promise<void>) => Promise<void>
}

/** The store of one tab: the cache of what the desk knows, kept right by `stream`, which runs while someone is signed in. */
export const makeStore = ({ stream, clock, soon, shelf, alone }: StoreParts) => {
  const sendKept: AskDesk = async (what) => {
    const answer = await ask(what, new AbortController())
    if (answer.error?.kind === 'signed_out') store.dispatch(signedOut())
    return answer
  }
  const outbox = new Outbox({ stream, clock, shelf, alone, ask: sendKept })
  const cache = new LiveCache({ stream, clock, soon, outbox })
  const listener = createListenerMiddleware()

  const store = configureStore({
    reducer: { [api.reducerPath]: cache.reducer },
    middleware: (defaults) =>
      // What the cache holds is large, plain and frozen: walking all of it after each action only costs time.
      defaults({ thunk: { extraArgument: cache }, immutableCheck: false, serializableCheck: false })
        .prepend(listener.middleware)
        .concat(cache.middleware, api.middleware),
  })

  const askWhoIsSignedIn = () =>
    void store.dispatch(sessionApi.endpoints.session.initiate(undefined, { subscribe: false, forceRefetch: true }))
  listener.startListening({
    matcher: isAnswered,
    effect: ({ meta }) => {
      const { data } = sessionApi.endpoints.session.select()(store.getState())
      if (meta.arg.endpointName !== 'session' || !data) return
      if (stream.viewer === undefined || stream.viewer === data.user.id) {
        stream.start(data.user.id, meta.baseQueryMeta?.reading)
        return
      }
      // Somebody else signed in at this browser, in another tab: what the one before was shown is not for them.
      store.dispatch(api.util.resetApiState())
      askWhoIsSignedIn()
    },
  })
  listener.startListening({
    matcher: isFailed,
    effect: ({ meta, payload }) => {
      if (meta.arg.endpointName === 'session' && payload?.kind === 'signed_out') stream.stop()
    },
  })
  listener.startListening({ actionCreator: api.util.resetApiState, effect: () => stream.stop() })
  listener.startListening({ actionCreator: signedOut, effect: askWhoIsSignedIn })
  stream.subscribe((news) => news.kind === 'state' && news.state.kind === 'signed_out' && askWhoIsSignedIn())

  return { store, askWhoIsSignedIn }
}

const ask = request('/api')

/** The store of this browser tab. */
export const openStore = () => {
  const connection = openConnection(window, () => askWhoIsSignedIn())
  const { store, askWhoIsSignedIn } = makeStore({
    stream: new EventStream(connection),
    clock: realClock,
    soon,
    shelf: browserShelf(window),
    alone: aloneAs(navigator.locks, 'livedesk unsent'),
  })
  return store
}
