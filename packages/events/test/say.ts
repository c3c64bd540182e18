import type { DurableEvent, EphemeralEvent } from '../src/index.ts'

/** What may be said to whom, as a server's functions would have it. They give back what they were given. */
export const sayToUser = (event: DurableEvent<'user'>) => event
export const sayToChat = (event: DurableEvent<'chat'>) => event
export const sayToAgents = (event: DurableEvent<'agents'>) => event
export const mentionToChat = (event: EphemeralEvent<'chat'>) => event
export const mentionToAgents = (event: EphemeralEvent<'agents'>) => event
