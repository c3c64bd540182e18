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

/** The demo desk's teams, who is in them, and which tickets are theirs. */
export const demoTeams = [
  {
    name: 'Orders and billing',
    members: ['anna', 'boris', 'dmitri'],
    tags: ['order', 'delivery', 'refund', 'billing', 'payment', 'sales', 'return'],
  },
  {
    name: 'Technical help',
    members: ['boris', 'clara', 'dmitri'],
    tags: ['app', 'hub', 'sensor', 'camera', 'printer', 'vpn', 'wi-fi', 'till', 'thermostat', 'voice', 'sign-in'],
  },
] as const satisfies readonly { name: string; members: readonly Person[]; tags: readonly string[] }[]

/** One of the demo people, as stories and talks name them. */
export type Person = (typeof demoPeople)[number]['key']

/** Who they are in the database. */
export type Crew = Readonly<Record<Person, UserId>>
