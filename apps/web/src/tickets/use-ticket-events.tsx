import type { UserId } from '@livedesk/events'
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { useNavigate } from 'react-router'
import { ticketsApi } from './tickets-api.ts'
import { ticketHandlers, type TicketToast } from './tickets-live.ts'

/** Tells a person, once a tab, what they should know of tickets wherever they are in the app. What it is, tickets-live.ts says. */
export const useTicketEvents = (me: UserId) => {
  const { t } = useTranslation('tickets')
  const dispatch = useDispatch()
  const navigate = useNavigate()

  const open = ({ id, ticket_id }: TicketToast) => {
    notifications.hide(id)
    void navigate(`/tickets/${ticket_id}`)
  }
  const toast = (toast: TicketToast) => {
    const { id, color, title, message } = toast
    notifications.show({
      id,
      color,
      title,
      message: (
        <>
          {message}
          <Button variant="subtle" size="compact-xs" ml="xs" onClick={() => open(toast)}>
            {t('toast.open')}
          </Button>
        </>
      ),
    })
  }
  const renewLists = () => dispatch(ticketsApi.util.invalidateTags([{ type: 'tickets', id: 'LIST' }]))

  return ticketHandlers({ me, t, toast, renewLists })
}
