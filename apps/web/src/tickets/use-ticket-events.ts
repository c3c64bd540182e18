import type { UserId } from '@livedesk/events'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { useTell } from '../ui/tell.ts'
import { ticketsApi } from './tickets-api.ts'
import { ticketHandlers } from './tickets-live.ts'

/** Tells a person what they should know of tickets wherever they are in the app. What it is, tickets-live.ts says. */
export const useTicketEvents = (me: UserId) => {
  const { t } = useTranslation('tickets')
  const dispatch = useDispatch()
  const tell = useTell()
  const renewLists = () => dispatch(ticketsApi.util.invalidateTags([{ type: 'tickets', id: 'LIST' }]))

  return ticketHandlers({
    me,
    t,
    toast: ({ ticket_id, ...toast }) => tell({ ...toast, open: t('toast.open'), to: `/tickets/${ticket_id}` }),
    renewLists,
  })
}
