import type { Ticket, TicketId } from '@livedesk/events'
import { expect, test } from '../people/desk.ts'
import { Keyboard, type Layout } from '../people/keyboard.ts'

type Done = Partial<Pick<Ticket, 'status' | 'priority' | 'assigned_to' | 'tags'>>

for (const layout of ['QWERTY', 'ЙЦУКЕН'] satisfies Layout[]) {
  test(`a shift of fifty tickets by keyboard alone, four keystrokes each at most, on ${layout}`, async ({ desk }) => {
    test.slow()
    const tag = `shift-${layout === 'QWERTY' ? 'latin' : 'cyrillic'}`
    const [boris, clara] = [await desk.idOf('boris'), await desk.idOf('clara')]
    const tickets: Ticket[] = []
    for (let number = 1; number <= 50; number += 1)
      tickets.push(await desk.ticket(`Shift ticket ${number}`, { tags: [tag] }))

    const person = await desk.signIn('boris', { worker: 1 })
    await person.visit(`/tickets?view=all&tag=${tag}&sort=created_at`)
    const keys = await Keyboard.of(person.page, layout)
    await expect(person.row({ title: 'Shift ticket 1' }).first()).toBeVisible()

    // What is done to a ticket, by the places of the keys, and what has come of it.
    const acts: readonly (readonly [presses: readonly string[], done: Done])[] = [
      [['KeyE'], { status: 'resolved' }],
      [['KeyI'], { assigned_to: boris, status: 'in_progress' }],
      [['KeyA', 'KeyC', 'Enter'], { assigned_to: clara, status: 'in_progress' }],
      [['KeyS', 'KeyW', 'Enter'], { status: 'waiting' }],
      [['KeyP', 'KeyU', 'Enter'], { priority: 'urgent' }],
    ]

    const wanted = new Map<TicketId, Done>()
    for (const [index, ticket] of tickets.entries()) {
      const [presses, done] = acts[index % acts.length] ?? [[], {}]
      const before = keys.presses
      await keys.press('KeyJ', ...presses)
      expect(keys.presses - before).toBeLessThanOrEqual(4)
      wanted.set(ticket.id, done)
    }

    const whatIsKept = async () =>
      (await desk.ticketRows([...wanted.keys()])).map(({ id, status, priority, assigned_to, tags }) => ({
        id,
        status,
        priority,
        assigned_to,
        tags,
      }))
    await expect.poll(whatIsKept).toEqual(
      tickets.map(({ id, status, priority, assigned_to, tags }) => ({
        id,
        status,
        priority,
        assigned_to,
        tags,
        ...wanted.get(id),
      })),
    )
  })
}
