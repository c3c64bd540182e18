import type { EventHandlers } from '../../src/index.ts'

export const handlers = { ticket_asigned: () => {} } satisfies Partial<EventHandlers>
