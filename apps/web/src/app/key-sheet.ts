import { commandKey } from '../ui/command-key.ts'

/** The keys as they are shown. They are bound where they act, by their place on the keyboard. */
export const keySheet = [
  {
    group: 'inList',
    keys: [
      { what: 'next', press: ['J'] },
      { what: 'previous', press: ['K'] },
      { what: 'open', press: ['Enter'] },
      { what: 'search', press: ['/'] },
      { what: 'filter', press: ['F'] },
      { what: 'newTicket', press: ['C'] },
    ],
  },
  {
    group: 'inTicket',
    keys: [
      { what: 'back', press: ['Esc', 'U'] },
      { what: 'reply', press: ['R'] },
      { what: 'note', press: ['N'] },
      { what: 'send', press: [commandKey, 'Enter'] },
      { what: 'assign', press: ['A'] },
      { what: 'toMe', press: ['I'] },
      { what: 'status', press: ['S'] },
      { what: 'priority', press: ['P'] },
      { what: 'tag', press: ['T'] },
      { what: 'resolve', press: ['E'] },
    ],
  },
  {
    group: 'goTo',
    keys: [
      { what: 'mine', press: ['G', 'M'] },
      { what: 'unassigned', press: ['G', 'U'] },
      { what: 'all', press: ['G', 'A'] },
      { what: 'notifications', press: ['G', 'N'] },
      { what: 'chats', press: ['G', 'C'] },
      { what: 'sheet', press: ['?'] },
    ],
  },
] as const
