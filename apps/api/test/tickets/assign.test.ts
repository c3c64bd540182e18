import { expect, test } from 'vitest'
import { openDesk, recorder } from '../desk.ts'

test('[D2] an assignment reaches every tab of the assignee, on every worker', async () => {
  await using desk = await openDesk({ workers: 2 })
  const [anna, boris] = [await desk.agent('Anna'), await desk.agent('Boris')]
  const ticket = await desk.ticket({ title: 'Printer on fire' })
  const tabs = [await boris.connect({ worker: 0 }), await boris.connect({ worker: 1 })]

  await anna.assign(ticket, boris)

  for (const tab of tabs) {
    expect(await tab.next()).toMatchObject({
      type: 'ticket_assigned',
      ticket_id: ticket.id,
      title: 'Printer on fire',
      assigned_by: anna.id,
    })
  }
})

test('assigning a ticket tells the assignee', async () => {
  await using desk = await openDesk({ events: recorder() })
  const [anna, boris] = [await desk.agent('Anna'), await desk.agent('Boris')]
  const ticket = await desk.ticket({ title: 'Printer on fire' })

  await anna.assign(ticket, boris)

  expect(desk.events).toHaveSentToUser(boris.id, {
    type: 'ticket_assigned',
    ticket_id: ticket.id,
    title: 'Printer on fire',
  })
})
