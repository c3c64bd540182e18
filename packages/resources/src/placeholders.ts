import type { Ticket, User } from '@livedesk/events'

/** Whom and what a canned text is about. */
export type Filling = {
  readonly ticket: Pick<Ticket, 'id' | 'title' | 'requester'>
  readonly agent: Pick<User, 'name' | 'email'>
}

/** What a gap is written as until someone fills it. */
export const gap = '___'

/** Where the first gap of a text is that nobody has filled; undefined if there is none. A longer line is a line, and no gap. */
export const openGap = (text: string) => /(?<!_)___(?!_)/u.exec(text)?.index

/** What stands for something that is known only where the text is used; undefined where there is nothing to put. */
const values = {
  'requester.name': ({ ticket }) => nameIn(ticket.requester.name),
  'requester.first_name': ({ ticket }) => firstNameIn(ticket.requester.name),
  'requester.email': ({ ticket }) => ticket.requester.email,
  'agent.name': ({ agent }) => nameIn(agent.name),
  'agent.first_name': ({ agent }) => firstNameIn(agent.name),
  'agent.email': ({ agent }) => agent.email,
  'ticket.id': ({ ticket }) => `${ticket.id}`,
  'ticket.title': ({ ticket }) => ticket.title,
  gap: () => undefined,
} satisfies Record<string, (filling: Filling) => string | undefined>

export type Placeholder = keyof typeof values
const isPlaceholder = (name: string): name is Placeholder => Object.hasOwn(values, name)

/** Every placeholder there is; `gap` is left open on purpose. */
export const placeholders = Object.keys(values).filter(isPlaceholder)

const written = /\{\{\s*([^{}]*?)\s*\}\}/gu

/** What a text has in double braces that is no placeholder. */
export const unknownPlaceholders = (text: string) =>
  [...text.matchAll(written)].flatMap(([, name = '']) => (isPlaceholder(name) ? [] : [name]))

/** A canned text with everything put in that is known; what is not is a gap. */
export const fillPlaceholders = (text: string, filling: Filling) =>
  text.replaceAll(written, (whole, name: string) => (isPlaceholder(name) ? (values[name](filling) ?? gap) : whole))

// An address is what is kept of someone who never said their name.
const nameIn = (name: string) => (name.includes('@') ? undefined : name)
const firstNameIn = (name: string) => nameIn(name)?.split(/\s+/u, 1)[0]
