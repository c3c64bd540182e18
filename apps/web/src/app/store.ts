import { configureStore, createListenerMiddleware } from '@reduxjs/toolkit'
import { api, signedOut } from '../server/api.ts'
import { type Clock, realClock } from '../server/clock.ts'
import { LiveCache } from '../server/live-cache.ts'
import { openConnection } from '../server/open-connection.ts'
import { isAnswered, isFailed } from '../server/request-actions.ts'
import { soon } from '../server/soon.ts'
import { EventStream } from '../server/stream.ts'
import { sessionApi } from '../session/session-api.ts'

type StoreParts = {
  readonly stream: EventStream
  readonly clock: Clock
  /** Runs something before the next picture is drawn. */
  readonly soon: (run: () => void) => void
}

/** The store of one tab: the cache of what the desk knows, kept right by `stream`, which runs while someone is signed in. */
export const makeStore = ({ stream, clock, soon }: StoreParts) => {
  const cache = new LiveCache({ stream, clock, soon })
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

/** The store of this browser tab. */
export const openStore = () => {
  const connection = openConnection(window, () => askWhoIsSignedIn())
  const { store, askWhoIsSignedIn } = makeStore({
    stream: new EventStream(connection),
    clock: realClock,
    soon,
  })
  return store
}
