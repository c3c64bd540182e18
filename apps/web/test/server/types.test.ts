import { events, type UserId } from '@livedesk/events'
import type { ChatList, ViewCounts } from '@livedesk/resources'
import { expect, test } from 'vitest'
import type { Appliers } from '../../src/server/appliers.ts'
import { irrelevant } from '../../src/server/irrelevant.ts'
import { useWebSocket } from '../../src/server/use-web-socket.ts'

// The compiler is the runner of these: a mistake that compiles is an unused expectation, which does not.

const tickets = irrelevant.tickets
const others = {
  ...irrelevant.chats,
  ...irrelevant.notifications,
  ...irrelevant.people,
  ...irrelevant.teams,
  ...irrelevant.canned,
  ...irrelevant.savedViews,
}

// @ts-expect-error An entry that says nothing of the events about tickets has not decided on them.
export const undecided: Appliers<ViewCounts, UserId> = others

export const misspelt: Appliers<ViewCounts, UserId> = {
  ...tickets,
  ...others,
  // @ts-expect-error The contract has no such event.
  ticket_asigned: 'irrelevant',
}

export const ofAnotherEvent: Appliers<ViewCounts, UserId> = {
  ...tickets,
  ...others,
  // @ts-expect-error An assignment does not tell what was before.
  ticket_assigned: (_views, { before }) => void before,
}

export const ofAnotherEntry: Appliers<ChatList, UserId> = {
  ...tickets,
  ...others,
  message_posted: (list) => {
    // @ts-expect-error A list of chats has no counts.
    list.counts.mine += 1
  },
}

export const useMisspelt = () => {
  // @ts-expect-error The contract has no such event.
  useWebSocket({ ticket_asigned: () => {} })
  // @ts-expect-error The event has no such field.
  useWebSocket({ ticket_assigned: ({ subject }) => subject })
}

test('an entry decides on every event of the log, and a listener hears only what the contract has', () => {
  const durable = Object.values(events).flatMap(({ type, durability }) => (durability === 'durable' ? [type] : []))
  expect(durable.filter((type) => !Object.hasOwn({ ...tickets, ...others }, type))).toEqual([])
})
