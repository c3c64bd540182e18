import { TicketDraft } from '@livedesk/events'
import { BulkChanged } from '@livedesk/resources'
import { z } from 'zod'
import { expect, test } from '../people/desk.ts'

test('a thousand events while someone types leave every letter and the caret where they are', async ({ desk }) => {
  const ticket = await desk.ticket('Storm at the coast')
  const boris = await desk.signIn('boris', { worker: 1 })
  await boris.visit(`/tickets/${ticket.id}?view=all`)
  const field = boris.page.getByRole('textbox', { name: 'Reply' })
  await expect(field).toHaveAttribute('contenteditable', 'true')
  await field.click()
  await boris.page.keyboard.type('Dear Rosa,  Yours, Boris')
  for (let step = 0; step < ' Yours, Boris'.length; step += 1) await boris.page.keyboard.press('ArrowLeft')

  const words = 'the wind has taken the roof, and the rain is in the cellar.'
  let events = 0
  const storm = async () => {
    for (const priority of ['urgent', 'low', 'high', 'normal', 'urgent', 'low']) {
      for (let next = ''; ;) {
        const path = `/api/tickets/bulk?view=all&limit=200${next}`
        const page = BulkChanged.parse(await desk.ask('anna', 'post', path, { changes: { priority } }))
        events += page.changed.length
        if (page.next_cursor === null) break
        next = `&cursor=${page.next_cursor}`
      }
    }
  }
  await Promise.all([storm(), boris.page.keyboard.type(words, { delay: 60 })])

  expect(events).toBeGreaterThan(1000)
  await expect(field).toHaveText(`Dear Rosa, ${words} Yours, Boris`)
  await expect(field).toBeFocused()
  await boris.page.keyboard.type('!')
  await expect(field).toHaveText(`Dear Rosa, ${words}! Yours, Boris`)
  await expect(boris.ticket(ticket).getByRole('button', { name: /^Priority/u })).toContainText('Low')
  await boris.wasNotReloaded()
  const drafts = z.object({ items: z.array(TicketDraft) })
  await expect
    .poll(async () => drafts.parse(await desk.ask('boris', 'get', '/api/drafts')).items.map(({ body }) => body))
    .toContain(`Dear Rosa, ${words}! Yours, Boris`)
})
