import type { SavedView, UserId } from '@livedesk/events'
import type { Calendar, View } from '@livedesk/queue'
import { type QueueAddress, queueOf, readQueueAddress, writeQueueAddress } from './queue-address.ts'

/** The address of a saved view. It says all that the view asks, so that it can be narrowed further, and which view it was. */
export const savedAddress = ({ id, query }: Pick<SavedView, 'id' | 'query'>): QueueAddress => ({
  ...readQuery(query),
  saved: id,
})

/** What is saved of an address: the query that the desk is asked. */
export const savedQuery = (address: QueueAddress): string => {
  const params = new URLSearchParams(writeQueueAddress({ ...address, saved: undefined }))
  return renamed(params, 'assignee', 'assigned_to').toString()
}

/** Whether an address still asks what a saved view asks. */
export const asks = (address: QueueAddress, view: SavedView) =>
  writeQueueAddress({ ...address, saved: undefined }) === writeQueueAddress(readQuery(view.query))

/** Which tickets a saved view shows someone today. */
export const listOfSaved = (query: string, viewer: UserId, calendar: Calendar): View => {
  const key = [viewer, calendar.zone, calendar.today, query].join()
  const known = lists.get(key)
  if (known) return known
  // Yesterday's are of no use.
  if (lists.size >= 200) lists.clear()
  const list = queueOf(readQuery(query), viewer, calendar)
  lists.set(key, list)
  return list
}

// Every event about a ticket is held against every view.
const lists = new Map<string, View>()

const readQuery = (query: string): QueueAddress =>
  readQueueAddress(renamed(new URLSearchParams(query), 'assigned_to', 'assignee'))

// The address bar calls people by the name that the screen has for them.
const renamed = (params: URLSearchParams, from: string, to: string) =>
  new URLSearchParams([...params].map(([name, value]) => [name === from ? to : name, value]))
