import { RequesterId, TicketId } from '@livedesk/events'
import { fillPlaceholders, gap, openGap, placeholders, unknownPlaceholders } from '@livedesk/resources'
import { expect, test } from 'vitest'

const ticket = {
  id: TicketId.parse(7),
  title: 'Printer on fire',
  requester: { id: RequesterId.parse(1), name: 'Olga Smirnova', email: 'olga@example.com' },
}
const agent = { name: 'Boris Volkov', email: 'boris@livedesk.test' }

test('what is known where a text is used is put in; what is left open is a gap', () => {
  const text = 'Hello {{requester.first_name}}, {{ agent.name }} here about #{{ticket.id}}: order {{gap}}?'
  expect(fillPlaceholders(text, { ticket, agent })).toBe(`Hello Olga, Boris Volkov here about #7: order ${gap}?`)
})

test('an address is no name: who never said theirs is not called by it', () => {
  const nameless = { ...ticket, requester: { ...ticket.requester, name: 'olga@example.com' } }
  expect(fillPlaceholders('Hello {{requester.first_name}}', { ticket: nameless, agent })).toBe(`Hello ${gap}`)
})

test('every placeholder is known, and nothing else in double braces', () => {
  expect(unknownPlaceholders(placeholders.map((name) => `{{${name}}}`).join(' '))).toEqual([])
  expect(unknownPlaceholders('{{requester.nmae}} {{toString}} {single}')).toEqual(['requester.nmae', 'toString'])
})

test('an open gap is found where it is; a longer line is no gap', () => {
  expect(openGap('Until ___ then')).toBe(6)
  expect(openGap('A line:\n__________\nand no gap')).toBeUndefined()
  expect(openGap('____ and ___')).toBe(9)
})
