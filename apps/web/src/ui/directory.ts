import type { Team, TeamId, User, UserId } from '@livedesk/events'
import { createContext, use } from 'react'

/** Who is at this desk, and which of them is looking. */
export type Directory = {
  readonly me: User
  readonly people: readonly User[]
  /** Someone by id; undefined until the list is here, or for a person this tab has not heard of yet. */
  readonly person: (id: UserId) => User | undefined
  readonly teams: readonly Team[]
  readonly team: (id: TeamId) => Team | undefined
}

/** Filled once in the shell, so that every feature can name a person without knowing where people come from. */
export const DirectoryContext = createContext<Directory | undefined>(undefined)

export const useDirectory = () => {
  const directory = use(DirectoryContext)
  if (!directory) throw new Error('People are known only inside the shell.')
  return directory
}
