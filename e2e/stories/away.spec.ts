import { expect, test } from '../people/desk.ts'

/** What a browser does to a tab that nobody looks at, and what a network does that tells nobody. */

test('a line that fell silent without a word is found, and what was said meanwhile is there once', async ({ desk }) => {
  const ticket = await desk.ticket('Tram stands still')
  const boris = await desk.signIn('boris', { worker: 1 })
  await boris.open(ticket)

  boris.line.fallSilent()
  await desk.ask('anna', 'post', `/api/tickets/${ticket.id}/messages`, { kind: 'reply', body: 'Does it move again?' })

  await expect(boris.conversation.filter({ hasText: 'Does it move again?' })).toHaveCount(1, { timeout: 60_000 })
  await boris.isLive()
  await boris.wasNotReloaded()
  expect(boris.line.opened).toBe(2)
})

test('a tab whose timers hardly run hears of a dead line from one that is in sight', async ({ desk }) => {
  const ticket = await desk.ticket('Clock has stopped')
  const hidden = await desk.signIn('boris', { worker: 1, home: 'leader' })
  await hidden.open(ticket)
  const inSight = await hidden.anotherTab()
  await inSight.open(ticket)

  await hidden.slowTimers()
  hidden.line.fallSilent()
  await desk.ask('anna', 'post', `/api/tickets/${ticket.id}/messages`, { kind: 'reply', body: 'What time is it?' })

  for (const tab of [inSight, hidden]) {
    await expect(tab.conversation.filter({ hasText: 'What time is it?' })).toHaveCount(1, { timeout: 60_000 })
    await tab.wasNotReloaded()
  }
  expect(hidden.line.opened).toBe(2)
})

for (const home of ['worker', 'leader'] as const) {
  test(`a page that was kept for "back" held nothing open meanwhile, and shows what was said (${home})`, async ({
    desk,
  }) => {
    const ticket = await desk.ticket(`Shelf is crooked (${home})`)
    const boris = await desk.signIn('boris', { worker: 1, home })
    await boris.open(ticket)

    await boris.putAway()
    await expect.poll(() => boris.line.sockets).toBe(0)
    await expect.poll(() => boris.locksHeld()).toEqual([])
    await desk.ask('anna', 'post', `/api/tickets/${ticket.id}/messages`, { kind: 'reply', body: 'Still crooked.' })
    await boris.comeBack()

    await expect(boris.conversation.filter({ hasText: 'Still crooked.' })).toHaveCount(1)
    await boris.isLive()
    await boris.wasNotReloaded()
    expect(boris.line.sockets).toBe(1)
  })

  test(`a tab that was asleep shows on waking what was said meanwhile, and holds up no other (${home})`, async ({
    desk,
  }) => {
    const ticket = await desk.ticket(`Boiler hums (${home})`)
    const asleep = await desk.signIn('boris', { worker: 1, home })
    await asleep.open(ticket)
    const awake = await asleep.anotherTab()
    await awake.open(ticket)

    await asleep.fallAsleep()
    await desk.ask('anna', 'post', `/api/tickets/${ticket.id}/messages`, { kind: 'reply', body: 'Louder at night.' })
    await expect(awake.conversation.filter({ hasText: 'Louder at night.' })).toHaveCount(1)
    await asleep.wake()

    await expect(asleep.conversation.filter({ hasText: 'Louder at night.' })).toHaveCount(1)
    await asleep.isLive()
    await asleep.wasNotReloaded()
    expect(asleep.line.sockets).toBe(1)
  })
}
