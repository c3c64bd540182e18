import { ru as attachments } from '../attachments/words-ru.ts'
import { ru as canned } from '../canned/words-ru.ts'
import { ru as chats } from '../chats/words-ru.ts'
import { ru as commands } from '../commands/words-ru.ts'
import { ru as composer } from '../tickets/composer-words-ru.ts'
import { ru as many } from '../tickets/many-words-ru.ts'
import { ru as notifications } from '../notifications/words-ru.ts'
import { ru as people } from '../people/words-ru.ts'
import { ru as rows } from '../tickets/rows-words-ru.ts'
import { ru as saved } from '../tickets/saved-words-ru.ts'
import { ru as session } from '../session/words-ru.ts'
import { ru as teams } from '../teams/words-ru.ts'
import { ru as ticket } from '../tickets/ticket-words-ru.ts'
import { ru as tickets } from '../tickets/words-ru.ts'
import { ru as ui } from '../ui/words-ru.ts'
import { ru as writing } from '../writing/words-ru.ts'
import type { Russian } from '../ui/words.ts'
import type { words as english } from './english.ts'
import { ru as app } from './words-ru.ts'

export const words = {
  app,
  ui,
  commands,
  composer,
  rows,
  many,
  saved,
  session,
  teams,
  ticket,
  tickets,
  canned,
  chats,
  people,
  notifications,
  writing,
  attachments,
} satisfies Russian<typeof english>
