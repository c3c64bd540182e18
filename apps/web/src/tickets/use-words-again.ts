import { changeDraft } from '../ui/use-draft.ts'
import { withAbove } from './draft-standing.ts'
import type { TicketWords } from './tickets-api.ts'
import { useGoWrite } from './to-write.ts'
import { draftName } from './use-kept-draft.ts'

/** Puts words that were to be sent back where they were written, above what was begun since, with the caret. */
export const useWordsAgain = () => {
  const goWrite = useGoWrite()
  return ({ id, kind, body, content, attachments }: TicketWords) => {
    changeDraft(draftName(id, kind), (now) => withAbove(now, { body, content }, attachments))
    goWrite(id, kind)
  }
}
