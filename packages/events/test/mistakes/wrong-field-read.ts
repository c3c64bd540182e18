import type { EventHandlers } from '../../src/index.ts'

export const handlers = { ticket_assigned: (event) => event.tittle } satisfies Partial<EventHandlers>
