import type { Team, User } from '@livedesk/events'
import { useMemo } from 'react'
import { useUsersQuery } from '../people/people-api.ts'
import { useTeamsQuery } from '../teams/teams-api.ts'
import { Announcer } from '../ui/Announcer.tsx'
import { type Directory, DirectoryContext } from '../ui/directory.ts'
import { Shell } from './Shell.tsx'
import { useDeskEvents } from './use-desk-events.ts'

/** The desk as one person sees it: everyone's names, what is said to them, and the screens. */
export const SignedIn = ({ me }: { readonly me: User }) => {
  const { data } = useUsersQuery()
  const teams = useTeamsQuery().data?.items ?? noTeams
  useDeskEvents(me.id)

  // Nearly everything on screen names someone: it is drawn anew when people or teams change, and not before.
  const directory = useMemo((): Directory => {
    const people = (data?.items ?? [me]).toSorted((a, b) => a.name.localeCompare(b.name))
    const byId = new Map(people.map((user) => [user.id, user]))
    return {
      me: byId.get(me.id) ?? me,
      people,
      person: (id) => byId.get(id),
      teams,
      team: (id) => teams.find((team) => team.id === id),
    }
  }, [data, me, teams])
  return (
    <DirectoryContext value={directory}>
      <Announcer>
        <Shell />
      </Announcer>
    </DirectoryContext>
  )
}

const noTeams: readonly Team[] = []
