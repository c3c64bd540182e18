import type { EventHandlers } from '../../src/index.ts'

declare const decided: Omit<EventHandlers, 'ticket_assigned'>

export const handlers = { ...decided } satisfies EventHandlers
