import { expect, test } from '../people/desk.ts'
import { Keyboard, type Layout } from '../people/keyboard.ts'

// What each key does that people bring along or are taught, pressed by its place.
for (const layout of ['QWERTY', 'ЙЦУКЕН'] satisfies Layout[]) {
  test(`each key does what the key sheet says, where it says, on ${layout}`, async ({ desk }) => {
    test.slow()
    const tag = `keys-${layout === 'QWERTY' ? 'latin' : 'cyrillic'}`
    const [first, second, third] = [
      await desk.ticket(`Key one, ${tag}`, { tags: [tag] }),
      await desk.ticket(`Key two, ${tag}`, { tags: [tag] }),
      await desk.ticket(`Key three, ${tag}`, { tags: [tag] }),
    ]
    const person = await desk.signIn('dmitri', { worker: 1 })
    const { page } = person
    const keys = await Keyboard.of(page, layout)
    const list = `/tickets?view=all&tag=${tag}&sort=created_at`
    const heading = (name: string | RegExp) => page.getByRole('heading', { name, exact: true })
    const dialog = (name: string) => page.getByRole('dialog', { name })
    const selected = (said: string) => page.getByRole('region', { name: 'Queue' }).getByText(said)
    /** What opens by a key, and goes by Escape. */
    const opens = async (presses: readonly string[], name: string) => {
      await keys.press(...presses)
      await expect(dialog(name)).toBeVisible()
      await keys.press('Escape')
      await expect(dialog(name)).toHaveCount(0)
    }

    await test.step('in the list', async () => {
      await person.visit(list)
      await expect(person.rows).toHaveCount(3)
      await keys.press('KeyJ', 'KeyJ', 'KeyK')
      await expect(person.row(first)).toBeFocused()
      await keys.press('Space')
      await expect(page.getByRole('log')).toContainText(first.title)
      await keys.press('Escape')
      await expect(page.getByRole('log')).toHaveCount(0)
      await keys.press('KeyX', 'Shift+KeyJ', 'Shift+KeyJ', 'Shift+KeyK')
      await expect(selected('2 selected')).toBeVisible()
      await keys.press('Control+KeyA')
      await expect(selected('3 selected')).toBeVisible()
      await keys.press('Escape')
      await expect(selected('3 selected')).toHaveCount(0)
      await keys.press('KeyF')
      // Escape is the filter's as soon as it has the focus.
      await expect(page.getByRole('dialog', { name: /^Filter/u })).toBeFocused()
      await keys.press('Escape')
      await expect(page.getByRole('dialog', { name: /^Filter/u })).toHaveCount(0)
      await keys.press('Slash')
      await expect(page.getByRole('searchbox')).toBeFocused()
    })

    await test.step('from the list to a ticket and back', async () => {
      await person.visit(list)
      await expect(person.rows).toHaveCount(3)
      for (const open of ['Enter', 'KeyO'])
        for (const back of ['Escape', 'KeyU']) {
          await keys.press(...(open === 'Enter' && back === 'Escape' ? ['KeyJ'] : []), open)
          await expect(person.ticket(first)).toBeVisible()
          await keys.press(back)
          await expect(person.ticket(first)).toHaveCount(0)
        }
      await keys.press('Enter')
      await expect(person.ticket(first)).toBeVisible()
      await keys.press('BracketRight')
      await expect(person.ticket(second)).toBeVisible()
      await keys.press('BracketLeft')
      await expect(person.ticket(first)).toBeVisible()
    })

    await test.step('at a ticket', async () => {
      await opens(['KeyA'], 'Assignee')
      await opens(['KeyS'], 'Status')
      await opens(['KeyP'], 'Priority')
      await opens(['KeyT'], 'Tags')
      await opens(['Shift+KeyT'], 'Team')
      await opens(['KeyZ'], 'Snooze')
      await opens(['KeyM'], 'Put in a canned reply')
      const me = await desk.idOf('dmitri')
      await keys.press('KeyI')
      await expect.poll(() => desk.ticketRows([first.id])).toMatchObject([{ assigned_to: me, status: 'in_progress' }])
      await keys.press('KeyE')
      await expect.poll(() => desk.ticketRows([first.id])).toMatchObject([{ status: 'resolved' }])
      await keys.press('Control+KeyZ')
      await expect.poll(() => desk.ticketRows([first.id])).toMatchObject([{ status: 'in_progress' }])
      await keys.press('KeyW')
      await expect.poll(() => desk.ticketRows([first.id])).toMatchObject([{ watcher_ids: [] }])
    })

    await test.step('where words are written', async () => {
      await keys.press('KeyN')
      await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused()
      await keys.press('Escape', 'KeyR')
      const reply = page.getByRole('textbox', { name: 'Reply' })
      await expect(reply).toBeFocused()
      await page.keyboard.insertText('On its way.')
      await keys.press('Control+Enter')
      await expect(person.conversation.filter({ hasText: 'On its way.' })).toHaveCount(1)
      await page.keyboard.insertText('It is there.')
      await keys.press('Control+Shift+Enter')
      await expect(person.ticket(second)).toBeVisible()
      await expect.poll(() => desk.ticketRows([first.id])).toMatchObject([{ status: 'resolved' }])
      expect(await desk.wordsOf(first.id)).toEqual([`${first.title}. Please help.`, 'On its way.', 'It is there.'])
    })

    await test.step('everywhere', async () => {
      await opens(['Control+KeyK'], 'Find anything')
      await opens(['Shift+Slash'], 'Keyboard')
      await opens(['KeyC'], 'New ticket')
      for (const [key, name] of [
        ['KeyM', 'Mine'],
        ['KeyU', 'Unassigned'],
        ['KeyA', 'All'],
        ['KeyN', 'Notifications'],
        ['KeyC', 'Chats'],
        ['KeyS', 'Search'],
      ] as const) {
        await keys.press('KeyG', key)
        await expect(heading(name)).toBeVisible()
        // Where one writes first, a letter is a letter.
        if (key === 'KeyS') await expect(page.getByRole('searchbox')).toBeFocused()
      }
    })
    expect(await desk.ticketRows([third.id])).toMatchObject([{ status: 'new', assigned_to: null, watcher_ids: [] }])
  })
}
