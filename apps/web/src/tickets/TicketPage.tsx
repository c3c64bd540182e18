import type { ChatId, TicketId } from '@livedesk/events'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../ui/Problem.tsx'
import { problemCode } from '../ui/problem-code.ts'
import { useSentence } from '../ui/use-sentence.ts'
import { NoSuchTicket } from './NoSuchTicket.tsx'
import { TicketBones } from './TicketBones.tsx'
import { TicketDesk } from './TicketDesk.tsx'
import { useTicketQuery } from './tickets-api.ts'

type Props = {
  readonly ticketId: TicketId
  readonly onClose: () => void
  /** The ticket's own chat, drawn by whoever knows chats. */
  readonly chat: (chatId: ChatId) => ReactNode
}

/** One ticket: found, not there, or not loaded. */
export const TicketPage = ({ ticketId, onClose, chat }: Props) => {
  const { t } = useTranslation('tickets')
  const sentence = useSentence()
  const { data: ticket, error, refetch } = useTicketQuery(ticketId)

  if (problemCode(error) === 'not_found') return <NoSuchTicket ticketId={ticketId} onClose={onClose} />
  if (ticket) return <TicketDesk key={ticketId} ticket={ticket} onClose={onClose} chat={chat(ticket.chat_id)} />
  if (error) return <Problem title={t('failed.ticket')} detail={sentence(error)} onRetry={() => void refetch()} />

  return <TicketBones />
}
