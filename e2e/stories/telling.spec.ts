import { expect, test } from '../people/desk.ts'

for (const home of ['worker', 'leader'] as const) {
  test(`of what concerns them a person hears one sound and sees one notification, however many tabs (${home})`, async ({
    desk,
  }) => {
    const ticket = await desk.ticket(`Gong is silent (${home})`)
    const boris = await desk.signIn('boris', { worker: 1, home })
    await boris.wantsToBeTold()
    const tabs = [boris, await boris.anotherTab(), await boris.anotherTab()]
    for (const tab of tabs) await tab.openView('Mine')
    // Browsers let a page make sounds that its person has touched.
    for (const tab of tabs) await tab.page.keyboard.press('F8')
    for (const tab of tabs) await tab.looksAway()

    await desk.ask('anna', 'post', `/api/tickets/${ticket.id}/assign`, { user_id: await desk.idOf('boris') })
    for (const tab of tabs) await expect(tab.row(ticket)).toBeVisible()

    const shown = async () => (await Promise.all(tabs.map((tab) => tab.toldOutside()))).flat()
    await expect
      .poll(shown)
      .toEqual(
        expect.arrayContaining([
          { way: 'sound' },
          { way: 'desktop', title: 'New ticket', body: expect.stringContaining(ticket.title) },
        ]),
      )
    // What is told next comes after all that was told before.
    const mention = { type: 'mention', attrs: { user_id: await desk.idOf('boris') } }
    const content = { type: 'doc', content: [{ type: 'paragraph', content: [mention] }] }
    await desk.ask('anna', 'post', `/api/tickets/${ticket.id}/messages`, { kind: 'note', content })
    await expect.poll(async () => (await shown()).filter(({ way }) => way === 'desktop').length).toBe(2)
    await expect.poll(async () => (await shown()).filter(({ way }) => way === 'sound').length).toBe(2)
  })
}
