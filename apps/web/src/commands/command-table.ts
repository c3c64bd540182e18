import type { Chord } from './chord.ts'

/**
 * Where a command acts: anywhere; in a list of tickets; on tickets, whether open or in a list; in the open ticket; where
 * a reply or note is being written.
 */
export type Place = 'everywhere' | 'queue' | 'tickets' | 'ticket' | 'composer'

/** Every place, in the order in which people are told of them. */
export const places = ['tickets', 'ticket', 'queue', 'composer', 'everywhere'] as const satisfies readonly Place[]

type Command = {
  /** The chords it has until a person chooses others. */
  readonly chords: readonly Chord[]
  readonly place: Place
  /** It acts while someone types, by those of its chords that hold ⌘ or Ctrl. */
  readonly whileTyping?: true
  /** It goes on for as long as its key is held down. */
  readonly repeats?: true
}

/**
 * Everything that a key does. Keys, palette, key sheet, settings and tooltips are made of it; whoever can do a thing binds
 * it by its name (`useCommands`). Its words are in words-en.ts and words-ru.ts.
 */
export const commandTable = {
  palette: { chords: ['Mod+KeyK'], place: 'everywhere', whileTyping: true },
  search: { chords: ['Slash'], place: 'everywhere' },
  newTicket: { chords: ['KeyC'], place: 'everywhere' },
  undo: { chords: ['Mod+KeyZ'], place: 'everywhere' },
  keySheet: { chords: ['Shift+Slash'], place: 'everywhere' },
  goMine: { chords: ['KeyG KeyM'], place: 'everywhere' },
  goUnassigned: { chords: ['KeyG KeyU'], place: 'everywhere' },
  goAll: { chords: ['KeyG KeyA'], place: 'everywhere' },
  goSearch: { chords: ['KeyG KeyS'], place: 'everywhere' },
  goNotifications: { chords: ['KeyG KeyN'], place: 'everywhere' },
  goChats: { chords: ['KeyG KeyC'], place: 'everywhere' },

  nextRow: { chords: ['KeyJ'], place: 'queue', repeats: true },
  previousRow: { chords: ['KeyK'], place: 'queue', repeats: true },
  open: { chords: ['Enter', 'KeyO'], place: 'queue' },
  peek: { chords: ['Space'], place: 'queue' },
  select: { chords: ['KeyX'], place: 'queue' },
  selectAll: { chords: ['Mod+KeyA'], place: 'queue' },
  selectDown: { chords: ['Shift+KeyJ'], place: 'queue', repeats: true },
  selectUp: { chords: ['Shift+KeyK'], place: 'queue', repeats: true },
  filter: { chords: ['KeyF'], place: 'queue' },

  resolve: { chords: ['KeyE'], place: 'tickets' },
  assign: { chords: ['KeyA'], place: 'tickets' },
  assignToMe: { chords: ['KeyI'], place: 'tickets' },
  status: { chords: ['KeyS'], place: 'tickets' },
  priority: { chords: ['KeyP'], place: 'tickets' },
  team: { chords: ['Shift+KeyT'], place: 'tickets' },
  tags: { chords: ['KeyT'], place: 'tickets' },
  snooze: { chords: ['KeyZ'], place: 'tickets' },
  watch: { chords: ['KeyW'], place: 'tickets' },

  back: { chords: ['Escape', 'KeyU'], place: 'ticket' },
  nextTicket: { chords: ['BracketRight'], place: 'ticket', repeats: true },
  previousTicket: { chords: ['BracketLeft'], place: 'ticket', repeats: true },
  reply: { chords: ['KeyR'], place: 'ticket' },
  note: { chords: ['KeyN'], place: 'ticket' },

  canned: { chords: ['KeyM', 'Mod+Slash'], place: 'ticket', whileTyping: true },
  send: { chords: ['Mod+Enter'], place: 'composer', whileTyping: true },
  sendAndResolve: { chords: ['Mod+Shift+Enter'], place: 'composer', whileTyping: true },
} as const satisfies Record<string, Command>

export type CommandId = keyof typeof commandTable

const isCommandId = (value: string): value is CommandId => Object.hasOwn(commandTable, value)

export const commandIds = Object.keys(commandTable).filter(isCommandId)

/** A command as the table has it. */
export const commandOf = (id: CommandId): Command => commandTable[id]
