import { CreateTicket } from '@livedesk/resources'
import { expect, test } from 'vitest'
import { schemaErrors } from '../../src/ui/schema-errors.ts'

const check = schemaErrors(CreateTicket, {
  title: 'A title, please.',
  'requester.email': 'An address, please.',
  tags: 'Shorter.',
})
const right = { title: 'Printer on fire', body: 'Help', requester: { name: 'Zoe', email: 'zoe@example.com' } }

test('a form that is right has nothing to say', () => {
  expect(check(right)).toEqual({})
})

test('each field that is not right says so in its own words, inner ones and items of lists too', () => {
  expect(
    check({ ...right, title: ' ', requester: { name: 'Zoe', email: 'zoe' }, tags: ['ok', 'x'.repeat(41)] }),
  ).toEqual({
    title: 'A title, please.',
    'requester.email': 'An address, please.',
    tags: 'Shorter.',
  })
})
