import type { User } from '@livedesk/events'
import { useUsersQuery } from '../people/people-api.ts'
import { Announcer } from '../ui/Announcer.tsx'
import { DirectoryContext } from '../ui/directory.ts'
import { Shell } from './Shell.tsx'
import { useDeskEvents } from './use-desk-events.ts'

/** The desk as one person sees it: everyone's names, what is said to them, and the screens. */
export const SignedIn = ({ me }: { readonly me: User }) => {
  const { data } = useUsersQuery()
  useDeskEvents(me.id)

  const people = (data?.items ?? [me]).toSorted((a, b) => a.name.localeCompare(b.name))
  const byId = new Map(people.map((user) => [user.id, user]))
  return (
    <DirectoryContext value={{ me: byId.get(me.id) ?? me, people, person: (id) => byId.get(id) }}>
      <Announcer>
        <Shell />
      </Announcer>
    </DirectoryContext>
  )
}
