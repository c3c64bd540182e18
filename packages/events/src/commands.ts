import { z } from 'zod'
import { command } from './define.ts'
import { ChatId, ChatMessageId, TicketId } from './ids.ts'

/** What a client may send over the socket. An unknown or malformed frame closes the socket with 4409. */
export const commands = {
  /** Asks for a `pong`: the client's half of the heartbeat. */
  ping: command('ping', {}),
  /** "I am typing here": repeated at most every three seconds. */
  typing: command('typing', { chat_id: ChatId }),
  /** "I am writing in this ticket": a reply or a note, repeated at most every three seconds. */
  writing: command('writing', { ticket_id: TicketId }),
  /** "I have read this chat up to this message." */
  read: command('read', { chat_id: ChatId, message_id: ChatMessageId }),
  /** "I have this ticket open", or none. It holds for this socket until it is said again. */
  view: command('view', { ticket_id: TicketId.nullable() }),
  /** The same for a socket that several tabs share: "these are the tickets that we have open". */
  viewing: command('viewing', { ticket_ids: z.array(TicketId).max(100) }),
  /** "Nobody has touched any tab of this socket for a while", or somebody does again. It holds for this socket. */
  away: command('away', { is_away: z.boolean() }),
}

export type CommandType = keyof typeof commands
export type CommandOf<T extends CommandType> = z.output<(typeof commands)[T]>
export type Command = { [T in CommandType]: CommandOf<T> }[CommandType]

/** Any client frame. */
export const Command = z.discriminatedUnion('type', [
  commands.ping,
  commands.typing,
  commands.writing,
  commands.read,
  commands.view,
  commands.viewing,
  commands.away,
])
