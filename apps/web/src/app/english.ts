import { en as attachments } from '../attachments/words-en.ts'
import { en as canned } from '../canned/words-en.ts'
import { en as chats } from '../chats/words-en.ts'
import { en as commands } from '../commands/words-en.ts'
import { en as composer } from '../tickets/composer-words-en.ts'
import { en as many } from '../tickets/many-words-en.ts'
import { en as notifications } from '../notifications/words-en.ts'
import { en as people } from '../people/words-en.ts'
import { en as rows } from '../tickets/rows-words-en.ts'
import { en as saved } from '../tickets/saved-words-en.ts'
import { en as session } from '../session/words-en.ts'
import { en as teams } from '../teams/words-en.ts'
import { en as ticket } from '../tickets/ticket-words-en.ts'
import { en as tickets } from '../tickets/words-en.ts'
import { en as ui } from '../ui/words-en.ts'
import { en as writing } from '../writing/words-en.ts'
import { en as app } from './words-en.ts'

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
}
