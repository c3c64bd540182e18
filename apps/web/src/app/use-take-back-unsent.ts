import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { ChatWords } from '../chats/chats-api.ts'
import type { KeptWork } from '../server/outbox.ts'
import { useOutbox } from '../server/use-outbox.ts'
import { beginTicket } from '../tickets/new-ticket.ts'
import { NewTicket, TicketWords } from '../tickets/tickets-api.ts'
import { useWordsAgain } from '../tickets/use-words-again.ts'
import { say } from '../ui/say.ts'
import { changeDraft } from '../ui/use-draft.ts'

/** Takes back what waits to be sent. What was written is where it was written, above what was begun since. */
export const useTakeBackUnsent = () => {
  const { t } = useTranslation()
  const { outbox } = useOutbox()
  const wordsAgain = useWordsAgain()
  const navigate = useNavigate()

  return async ({ id: kept, work, arg }: KeptWork) => {
    const created = work === 'createTicket' ? NewTicket.safeParse(arg).data : undefined
    const begun = created && beginTicket(created)
    if (begun === false) {
      say(t('unsent.otherBegun'))
      return
    }
    if (!(await outbox.takeBack(kept))) {
      begun?.undo()
      say(t('unsent.late'))
      return
    }

    const message = work === 'postTicketMessage' ? TicketWords.safeParse(arg).data : undefined
    if (message) wordsAgain(message)
    const said = work === 'postChatMessage' ? ChatWords.safeParse(arg).data : undefined
    if (said) {
      changeDraft(`chat.${said.chat_id}`, (now) => ({ body: [said.body, now.body].filter(Boolean).join('\n') }))
      void navigate(`/chats/${said.chat_id}`)
    }
  }
}
