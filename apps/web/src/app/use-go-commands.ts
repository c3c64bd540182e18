import { useNavigate } from 'react-router'
import { useCommands } from '../commands/use-commands.ts'
import { viewAddress } from '../tickets/queue-address.ts'

/** The ways to the places that people go to all day. */
export const useGoCommands = () => {
  const navigate = useNavigate()
  const go = (path: string) => () => void navigate(path)
  useCommands({
    goMine: go(`/tickets${viewAddress('mine')}`),
    goUnassigned: go(`/tickets${viewAddress('unassigned')}`),
    goAll: go(`/tickets${viewAddress('all')}`),
    goSearch: go('/search'),
    goNotifications: go('/notifications'),
    goChats: go('/chats'),
  })
}
