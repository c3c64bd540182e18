import { TicketId } from '@livedesk/events'
import { expect, test } from 'vitest'
import { TicketPresence } from '../../src/tickets/ticket-presence.ts'
import { heldBrowser } from '../server/held-browser.ts'

// Boris sits at the tab.
const [anna, boris, clara] = [1, 2, 3]
const lamp = TicketId.parse(7)
const plug = TicketId.parse(8)

const openTab = () => {
  const browser = heldBrowser()
  const { stream } = browser.openLive()
  const presence = new TicketPresence(stream, browser.clock)
  const told: string[] = []
  presence.subscribe(lamp, () => told.push('lamp'))
  presence.subscribe(plug, () => told.push('plug'))
  return {
    browser,
    presence,
    told,
    at: (ticketId: TicketId) => presence.at(ticketId).map(({ id, does }) => [id, does]),
    say: (frame: object) => browser.newest().say(frame),
    views: (ticket_id: TicketId, ...user_ids: number[]) =>
      browser.newest().say({ type: 'ticket_viewers', ticket_id, user_ids }),
    areAway: (...ids: number[]) =>
      browser.newest().say({ type: 'presence_changed', online: [anna, boris, clara], away: ids }),
    writes: (ticket_id: TicketId, user_id: number) =>
      browser.newest().say({ type: 'ticket_writing', ticket_id, user_id }),
  }
}

test('a row knows who else looks at its ticket, and never names its reader', () => {
  const tab = openTab()
  tab.views(lamp, anna, boris, clara)
  expect(tab.at(lamp)).toEqual([
    [anna, 'viewing'],
    [clara, 'viewing'],
  ])
  tab.views(lamp, boris)
  expect(tab.at(lamp)).toEqual([])
})

test('[W10] who writes is named first, writes for five seconds more, and then looks on', () => {
  const tab = openTab()
  tab.views(lamp, anna, clara)
  tab.writes(lamp, clara)
  tab.writes(lamp, boris)
  tab.browser.clock.pass(3000)
  tab.writes(lamp, clara)
  tab.browser.clock.pass(4900)
  expect(tab.at(lamp)).toEqual([
    [clara, 'writing'],
    [anna, 'viewing'],
  ])
  tab.browser.clock.pass(100)
  expect(tab.at(lamp)).toEqual([
    [anna, 'viewing'],
    [clara, 'viewing'],
  ])
})

test('[C6] who is away is told apart, at every ticket, and is not away while they write', () => {
  const tab = openTab()
  tab.views(lamp, anna, clara)
  tab.views(plug, clara)
  const told = tab.told.length
  tab.areAway(clara)
  expect(tab.told.slice(told)).toEqual(['lamp', 'plug'])
  expect([tab.at(lamp), tab.at(plug)]).toEqual([
    [
      [anna, 'viewing'],
      [clara, 'away'],
    ],
    [[clara, 'away']],
  ])
  tab.writes(plug, clara)
  expect(tab.at(plug)).toEqual([[clara, 'writing']])
  tab.say({ type: 'presence_changed', online: [anna, boris, clara] })
  expect(tab.at(lamp)).toContainEqual([clara, 'viewing'])
})

test('whoever’s message has come is not writing it any more', () => {
  const tab = openTab()
  tab.writes(lamp, anna)
  tab.writes(lamp, clara)
  tab.say(replyOf(clara, 11))
  expect(tab.at(lamp)).toEqual([[anna, 'writing']])
  tab.writes(lamp, clara)
  expect(tab.at(lamp)).toContainEqual([clara, 'writing'])
})

test('only what shows a ticket is told of it, and it is given the same list for as long as that says the same', () => {
  const tab = openTab()
  tab.views(lamp, anna)
  const before = tab.presence.at(lamp)
  tab.views(plug, clara)
  tab.views(lamp, anna, boris)
  expect(tab.told).toEqual(['lamp', 'plug', 'lamp'])
  expect(tab.presence.at(lamp)).toBe(before)
  expect(tab.presence.at(TicketId.parse(9))).toBe(tab.presence.at(TicketId.parse(10)))
})

test('nobody is known while the page is not live, and what was said before it is not said after it', () => {
  const tab = openTab()
  tab.views(lamp, anna)
  tab.writes(lamp, clara)
  tab.browser.newest().close(1006)
  expect(tab.at(lamp)).toEqual([])
  expect(tab.told.slice(-2)).toEqual(['lamp', 'plug'])

  tab.browser.clock.pass(1000)
  tab.browser.welcome({ resumed: true })
  expect(tab.at(lamp)).toEqual([])
  tab.views(lamp, anna)
  expect(tab.at(lamp)).toEqual([[anna, 'viewing']])
})

/** A reply of someone's at the lamp, as it comes over the wire. */
const replyOf = (author: number, seq: number) => {
  const moment = '2026-11-23T10:00:00.000Z'
  return {
    type: 'ticket_message_posted',
    seq,
    ticket_id: lamp,
    version: 2,
    message: {
      id: 70,
      ticket_id: lamp,
      kind: 'reply',
      author: { kind: 'agent', id: author },
      body: 'Turn it off and on.',
      created_at: moment,
    },
    ticket: {
      id: lamp,
      title: 'A lamp',
      status: 'new',
      priority: 'normal',
      assigned_to: null,
      requester: { id: 31, name: 'Olga', email: 'olga@desk.test' },
      tags: [],
      chat_id: 17,
      message_count: 2,
      version: 2,
      created_at: moment,
      updated_at: moment,
    },
    before: {},
  }
}
