import type { Said, Wish } from './connection.ts'

/** What a tab says to the switchboard. With `sits` it names the lock that it holds for as long as it lives. */
export type FromTab = Wish | { readonly kind: 'sits'; readonly lock: string } | { readonly kind: 'leaves' }

/**
 * What the switchboard says to a tab. With `here` it names the lock that it holds for as long as it lives. `ask`: find out
 * who is signed in; one tab is asked for all.
 */
export type ToTab = Said | { readonly kind: 'here'; readonly lock: string } | { readonly kind: 'ask' }

/** One end of a line between a tab and the switchboard. What is said arrives in the order it was said. */
export type Port<Out, In> = {
  readonly post: (message: Out) => void
  readonly listen: (hear: (message: In) => void) => void
  /** Runs when the browser notices that nobody is at the other end any more; not every browser does. */
  readonly lost: (then: () => void) => void
  readonly close: () => void
}

type Channel = MessagePort | BroadcastChannel

/** The tab's end of a line over something of the browser's that carries plain data. */
export const portOfTab = (channel: Channel) => portOver<FromTab, ToTab>(channel, isToTab)

/** The switchboard's end of it. */
export const portOfBoard = (channel: Channel) => portOver<ToTab, FromTab>(channel, isFromTab)

/** Says something to everyone on a channel, or at the other end of a port. */
export const post = (channel: Channel, message: object) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- These have no target: they never leave the origin.
  channel.postMessage(message)
}

const portOver = <Out extends object, In>(channel: Channel, isIn: (data: unknown) => data is In): Port<Out, In> => ({
  post: (message) => post(channel, message),
  listen: (hear) => {
    channel.addEventListener('message', (event) => {
      const data: unknown = Reflect.get(event, 'data')
      if (isIn(data)) hear(data)
    })
    if (channel instanceof MessagePort) channel.start()
  },
  lost: (then) => channel.addEventListener('close', then),
  close: () => channel.close(),
})

// Both ends are of one build: their name says so.
const isToTab = (data: unknown): data is ToTab => hasKind(data)
const isFromTab = (data: unknown): data is FromTab => hasKind(data)
const hasKind = (data: unknown) => typeof data === 'object' && data !== null && 'kind' in data
