import type { Role } from '@livedesk/events'

/** The password of every demo person. */
export const demoPassword = 'livedesk-demo'

/** Who works at the demo desk. */
export const demoPeople = [
  { name: 'Anna Lindgren', email: 'anna@livedesk.test', role: 'admin' },
  { name: 'Boris Volkov', email: 'boris@livedesk.test', role: 'agent' },
  { name: 'Clara Weiss', email: 'clara@livedesk.test', role: 'agent' },
  { name: 'Dmitri Orlov', email: 'dmitri@livedesk.test', role: 'agent' },
] as const satisfies readonly { name: string; email: string; role: Role }[]
