import {
  cannedEvents,
  chatEvents,
  notificationEvents,
  peopleEvents,
  savedViewEvents,
  teamEvents,
  ticketEvents,
} from '@livedesk/events'

type Irrelevant<Events> = { readonly [T in keyof Events]: 'irrelevant' }

/** A group of the contract's events, all of which an entry has nothing to do with. */
const all = <Events extends object>(events: Events): Irrelevant<Events> => {
  const table = Object.fromEntries(Object.keys(events).map((type) => [type, 'irrelevant']))
  if (!isAbout(table, events)) throw new Error('Every event of a group is in its table.')
  return table
}

const isAbout = <Events extends object>(table: object, events: Events): table is Irrelevant<Events> =>
  Object.keys(events).every((type) => type in table)

/**
 * The log's events, by what they are about. An entry that has nothing to do with some of them spreads them into its
 * appliers: `...irrelevant.chats`. So whoever keeps tickets decides on every event about tickets, and a new one does not
 * compile until all have; who keeps none has decided already.
 */
export const irrelevant = {
  tickets: all(ticketEvents),
  chats: all(chatEvents),
  notifications: all(notificationEvents),
  people: all(peopleEvents),
  teams: all(teamEvents),
  canned: all(cannedEvents),
  savedViews: all(savedViewEvents),
}
