import type { Role, UserId } from '@livedesk/events'

/** The password of every demo person. */
export const demoPassword = 'livedesk-demo'

/** Who works at the demo desk. */
export const demoPeople = [
  { key: 'anna', name: 'Anna Lindgren', email: 'anna@livedesk.test', role: 'admin' },
  { key: 'boris', name: 'Boris Volkov', email: 'boris@livedesk.test', role: 'agent' },
  { key: 'clara', name: 'Clara Weiss', email: 'clara@livedesk.test', role: 'agent' },
  { key: 'dmitri', name: 'Dmitri Orlov', email: 'dmitri@livedesk.test', role: 'agent' },
] as const satisfies readonly { key: string; name: string; email: string; role: Role }[]

/** One of the demo people, as stories and talks name them. */
export type Person = (typeof demoPeople)[number]['key']

/** Who they are in the database. */
export type Team = Readonly<Record<Person, UserId>>
