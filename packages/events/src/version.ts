/** One line of the contract's history: its hash is that of the JSON Schema in `history/<version>.json`. */
export type VersionLine = { readonly version: string; readonly hash: string; readonly what: string }

/**
 * The contract's versions, newest first: the major part moves when an old client can no longer read what is sent (it is told
 * to reload), the minor part when something is added. `pnpm contract` writes the lines; a test holds them to the schemas.
 */
export const contractHistory = [
  {
    version: '3.0',
    hash: '95a9e3b679e64fdaf55bd5fc1e302fda1b373ca533779ca2b3c5510e325f658d',
    what: "Kinds of entries can be added to a ticket's history: whoever does not know one tells who and when.",
  },
  {
    version: '2.0',
    hash: 'c4927625a1557c3fda126d06fc6fcd23dd4b15e96cc9820cd6b7362afd2dfef1',
    what: 'Pictures stand between the words of a message.',
  },
  {
    version: '1.12',
    hash: 'b4adff1fe829f90ebaf45f3be812e5f5b2ba8bc9da55e8bf9efe9e3b07501937',
    what: 'Someone who has touched none of their tabs for a while is away.',
  },
  {
    version: '1.11',
    hash: '7eac523f4e3f6553058650c064a070c6baa7c5e2727249bbc20614031db5959c',
    what: 'What was sent can be taken back for a moment.',
  },
  {
    version: '1.10',
    hash: 'eef66b04347973a98d529cdc3d752af54c3eedba1d847b9490c659a1eee55177',
    what: 'Drafts are kept at the desk.',
  },
  {
    version: '1.9',
    hash: '0854ff9604596fb01868bf1ddd153c0410cb05a3594dc6b151f19db645ac5ac1',
    what: "Saved views: lists under names, one's own and everyone's.",
  },
  {
    version: '1.8',
    hash: '6fbbb25e279d4d80139bcb3b7810c458d74c52191ef3d043085d55cdfbcc323c',
    what: 'Who is writing in a ticket is said to whoever looks at it.',
  },
  {
    version: '1.7',
    hash: 'd622fa0a2e763332ded31b8ca2ad46a5b22f1228bfd88054a84e97825a731034',
    what: "Canned replies and macros: the desk's and one's own.",
  },
  {
    version: '1.6',
    hash: '3d03e3ba8fe65dee69d588ce17dd560ebe98376a4bd23c754a60846b8074db8e',
    what: 'Links and merges: tickets say what they have to do with each other, and duplicates go on in another.',
  },
  {
    version: '1.5',
    hash: 'fe9e4b711825879e16bac7bce9a9b64a2ad874d703a09dc4fe8b36222eddf43c',
    what: 'Files come with messages.',
  },
  {
    version: '1.4',
    hash: '6d127510fad8241be0326f075a0081d4830cbb89e6f75c985df9cea8e1bd3f96',
    what: 'Teams, histories, watchers and snooze: an event carries what is kept of it; a ticket has a team, is followed and put aside.',
  },
  {
    version: '1.3',
    hash: '2a0b4721a355521df929ef48ce30ab9bf2ca9568da4d201370fe2b02664bf20d',
    what: 'Messages may be rich text, and mention colleagues.',
  },
  {
    version: '1.2',
    hash: '013244dce0c9f258a64474c463f21df909c2ba6cd0ce390c42221da94c296c4b',
    what: 'A notification can be marked read by itself.',
  },
  {
    version: '1.1',
    hash: 'cd0ed266cea81d7c5103bf161f55a0720270f99f7d8249870abda33a10ae07fd',
    what: 'Several tabs share one socket, and say together which tickets they have open.',
  },
  {
    version: '1.0',
    hash: '036922bd60c4fb41a99d8f7cb98e799f840067e2361ea50dcc01720b1ddf7aef',
    what: 'Tickets, conversations, chats, notifications, people and presence.',
  },
] as const satisfies readonly VersionLine[]

export const contractVersion = contractHistory[0].version

/** The part of a version that clients and servers must share. */
export const majorOf = (version: string) => Number.parseInt(version, 10)
