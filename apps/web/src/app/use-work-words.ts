import { Ticket } from '@livedesk/events'
import { useTranslation } from 'react-i18next'
import { ChatWords } from '../chats/chats-api.ts'
import type { KeptWork } from '../server/outbox.ts'
import { NewTicket, Snooze, TicketEdit, TicketWords, Watching } from '../tickets/tickets-api.ts'
import { useFieldWords } from '../tickets/use-field-words.ts'
import { problemOf } from '../ui/problem-code.ts'

/** What was done, as its person would know it again. */
type WorkWords = {
  readonly what: string
  /** Where it was to go. */
  readonly where?: string
  /** What was written. */
  readonly words?: string
  /** The same, to be sent once more: over what someone else has made of it meanwhile, if that is why it was refused. */
  readonly insisted?: unknown
}

/** Says what something is that could not be sent. */
export const useWorkWords = () => {
  const { t } = useTranslation()
  const { editWords } = useFieldWords()

  return ({ work, arg, refusal }: KeptWork): WorkWords => {
    const message = TicketWords.safeParse(arg).data
    if (work === 'postTicketMessage' && message) {
      const { id, kind, body: words } = message
      const seen_message_id = problemOf(refusal)?.unseen?.at(-1)?.id ?? message.seen_message_id
      const insisted = { ...message, seen_message_id }
      return { what: t(`unsent.${kind}`, { id }), where: `/tickets/${id}`, words, insisted }
    }
    const edited = TicketEdit.safeParse(arg).data
    if (work === 'patchTicket' && edited) {
      const { ticket, edit } = edited
      const insisted = { ticket: problemOf(refusal)?.ticket ?? ticket, edit }
      return {
        what: t('unsent.edit', { id: ticket.id, what: editWords(edit) }),
        where: `/tickets/${ticket.id}`,
        insisted,
      }
    }
    const said = ChatWords.safeParse(arg).data
    if (work === 'postChatMessage' && said) {
      return { what: t('unsent.chat'), where: `/chats/${said.chat_id}`, words: said.body, insisted: said }
    }
    const created = NewTicket.safeParse(arg).data
    if (work === 'createTicket' && created) {
      const opened = Ticket.safeParse(problemOf(refusal)?.answer).data
      return {
        what: t('unsent.ticket', { title: created.title }),
        ...(opened && { where: `/tickets/${opened.id}` }),
        words: created.body,
        insisted: created,
      }
    }
    const watching = Watching.safeParse(arg).data
    if (work === 'watchTicket' && watching) {
      const { id, watches } = watching
      return {
        what: t(watches ? 'unsent.watch' : 'unsent.unwatch', { id }),
        where: `/tickets/${id}`,
        insisted: watching,
      }
    }
    const snooze = Snooze.safeParse(arg).data
    if (work === 'snoozeTicket' && snooze) {
      return { what: t('unsent.snooze', { id: snooze.id }), where: `/tickets/${snooze.id}`, insisted: snooze }
    }
    return { what: t('unsent.unknown') }
  }
}
