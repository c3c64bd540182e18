/**
 * The contract's version: the major part moves when an old client can no longer read what is sent (it is told to reload),
 * the minor part when something is added. Every version has a line here, and the hash of its JSON Schema is pinned by a test.
 */
export const contractHistory = [
  { version: '1.0', hash: '', what: 'Tickets, conversations, chats, notifications, people and presence.' },
] as const satisfies readonly { version: string; hash: string; what: string }[]

export const contractVersion = contractHistory[0].version

/** The part of a version that clients and servers must share. */
export const majorOf = (version: string) => Number.parseInt(version, 10)
