import type { RequesterId } from '@livedesk/events'
import { useRequestersQuery } from './tickets-api.ts'

type Props = { readonly id: RequesterId; readonly children: (name: string) => React.ReactNode }

/** A requester of whom only the id is known. Until the name is here, their number stands for it. */
export const RequesterName = ({ id, children }: Props) =>
  children(useRequestersQuery({ id }).data?.items[0]?.name ?? `${id}`)
