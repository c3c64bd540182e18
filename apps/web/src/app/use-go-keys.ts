import { useNavigate } from 'react-router'
import { viewAddress } from '../tickets/queue-address.ts'
import { useKeys } from '../ui/use-keys.ts'

/** G, then a letter: goes to a place. */
export const useGoKeys = () => {
  const navigate = useNavigate()
  const go = (path: string) => () => void navigate(path)
  useKeys({
    'KeyG KeyM': go(`/tickets${viewAddress('mine')}`),
    'KeyG KeyU': go(`/tickets${viewAddress('unassigned')}`),
    'KeyG KeyA': go(`/tickets${viewAddress('all')}`),
    'KeyG KeyN': go('/notifications'),
    'KeyG KeyC': go('/chats'),
  })
}
