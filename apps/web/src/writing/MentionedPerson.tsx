import type { UserId } from '@livedesk/events'
import { useDirectory } from '../ui/directory.ts'

/** Someone who is mentioned, by the name they have now; whoever reads finds themselves at a glance. */
export const MentionedPerson = ({ id }: { readonly id: UserId }) => {
  const { me, person } = useDirectory()
  return (
    <span data-mention={id} data-me={id === me.id || undefined}>
      @{person(id)?.name ?? '…'}
    </span>
  )
}
