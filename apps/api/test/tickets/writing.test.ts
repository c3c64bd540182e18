import { expect, test } from 'vitest'
import { openDesk } from '../desk.ts'

test('who is writing in a ticket is said on every worker, and kept nowhere', async () => {
  await using desk = await openDesk({ workers: 2 })
  const [anna, boris] = [await desk.agent('Anna'), await desk.agent('Boris')]
  const ticket = await desk.ticket()
  const [annas, boriss] = [await anna.connect({ worker: 0 }), await boris.connect({ worker: 1 })]

  annas.say({ type: 'writing', ticket_id: ticket.id })

  expect(await boriss.inPassing('ticket_writing')).toEqual({
    type: 'ticket_writing',
    ticket_id: ticket.id,
    user_id: anna.id,
  })
})
