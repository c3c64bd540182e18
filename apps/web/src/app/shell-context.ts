import { createContext, use } from 'react'

type ShellControls = {
  /** Opens the views and chats on a narrow screen, where they are not in sight. */
  readonly openMenu: () => void
  readonly openNewTicket: () => void
}

export const ShellContext = createContext<ShellControls>({ openMenu: () => {}, openNewTicket: () => {} })

export const useShell = () => use(ShellContext)
