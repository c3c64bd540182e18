import { expect, test } from '../people/desk.ts'
import { toastsIn } from '../people/person.ts'

/** Where the one socket of a browser may be: in a worker that all tabs share or, in browsers that have none, in one of the tabs. */
const homes = ['worker', 'leader'] as const

for (const home of homes) {
  test(`twenty tabs share one connection, each is live, and a person is told once (${home})`, async ({ desk }) => {
    const boris = await desk.signIn('boris', { worker: 1, home })
    const tabs = [boris]
    while (tabs.length < 20) tabs.push(await boris.anotherTab())
    for (const tab of tabs) await tab.openView('Mine')
    expect(boris.line.sockets).toBe(1)

    const ticket = await desk.ticket(`Kettle on strike (${home})`)
    const before = await Promise.all(tabs.map((tab) => tab.count('Mine')))
    const looked = tabs[7] ?? boris
    await looked.page.bringToFront()
    await desk.ask('anna', 'post', `/api/tickets/${ticket.id}/assign`, { user_id: await desk.idOf('boris') })

    await expect.poll(() => toastsIn(tabs, ticket.title)).toBe(1)
    for (const [index, tab] of tabs.entries()) {
      await expect.poll(() => tab.count('Mine')).toBe((before[index] ?? 0) + 1)
    }
    expect(boris.line.opened).toBe(1)
  })

  test(`what is open in any tab is seen by others, and gone when the tab crashes (${home})`, async ({ desk }) => {
    const [first, second] = [await desk.ticket(`Lamp flickers (${home})`), await desk.ticket(`Chair squeaks (${home})`)]
    const boris = await desk.signIn('boris', { worker: 1, home })
    const other = await boris.anotherTab()
    const third = await boris.anotherTab()
    await third.openView('All')
    await boris.open(first)
    await other.open(second)

    const clara = await desk.signIn('clara')
    await clara.open(first)
    await expect(clara.viewers(first)).toHaveAccessibleName(/Boris/u)
    const again = await clara.anotherTab()
    await again.open(second)
    await expect(again.viewers(second)).toHaveAccessibleName(/Boris/u)

    await other.crash()
    await expect(again.viewers(second)).toHaveCount(0)
    await expect(clara.viewers(first)).toHaveAccessibleName(/Boris/u)
  })

  test(`when the tab or worker with the socket dies, the others go on and miss nothing (${home})`, async ({ desk }) => {
    const ticket = await desk.ticket(`Fan is loud (${home})`)
    const first = await desk.signIn('boris', { worker: 1, home })
    await first.openView('Mine')
    const rest = [await first.anotherTab(), await first.anotherTab()]
    for (const tab of rest) await tab.open(ticket)

    if (home === 'leader') await first.page.close()
    else await first.endWorker()
    await desk.ask('anna', 'post', `/api/tickets/${ticket.id}/messages`, { kind: 'reply', body: 'Louder than before.' })

    for (const tab of rest) {
      await expect(tab.conversation.filter({ hasText: 'Louder than before.' })).toHaveCount(1)
      await tab.isLive()
      await tab.wasNotReloaded()
    }
    expect(rest[0]?.line.sockets).toBe(1)
    expect(rest[0]?.line.opened).toBe(2)
  })
}
