import { expect, test } from '../people/desk.ts'
import { Keyboard } from '../people/keyboard.ts'

test('a view that is saved for everyone is live in everyone’s rail: counted, renamed, moved and deleted before their eyes', async ({
  desk,
}) => {
  const stuck = await desk.ticket('Stuck between floors', { tags: ['lift'], priority: 'urgent' })
  const anna = await desk.signIn('anna', { worker: 0 })
  const boris = await desk.signIn('boris', { worker: 1 })
  await boris.openView('Mine')

  await anna.visit('/tickets?view=open&tag=lift&priority=high,urgent&status=new,in_progress')
  await anna.page.getByRole('button', { name: 'Save as a view' }).click()
  await anna.page.getByRole('textbox', { name: 'Name' }).fill('Stuck lifts')
  await anna.page.getByRole('switch', { name: 'For everyone at this desk' }).click()
  await anna.page.getByRole('button', { name: 'Save', exact: true }).click()

  // It comes to another worker's tab with its count, which its rows agree with while tickets enter and leave.
  await expect(boris.savedView('Stuck lifts')).toContainText(/1$/u)
  await boris.savedView('Stuck lifts').click()
  await expect(boris.page.getByRole('heading', { name: 'Stuck lifts' })).toBeVisible()
  await expect(boris.rows).toHaveCount(1)
  const door = await desk.ticket('Door does not close', { tags: ['lift', 'door'], priority: 'high' })
  await desk.ticket('Lift music is too loud', { tags: ['lift'], priority: 'low' })
  await expect(boris.savedView('Stuck lifts')).toContainText(/2$/u)
  await desk.ask('anna', 'post', `/api/tickets/${stuck.id}/status`, { status: 'resolved' })
  await expect(boris.savedView('Stuck lifts')).toContainText(/1$/u)
  await expect(boris.rows).toHaveCount(1)
  await expect(boris.row(door)).toBeVisible()

  await anna.changeSavedView('Stuck lifts', 'Rename or share')
  await anna.page.getByRole('textbox', { name: 'Name', exact: true }).fill('Lifts, now')
  await anna.page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(boris.page.getByRole('heading', { name: 'Lifts, now' })).toBeVisible()
  const order = await namesOf(desk)
  expect(order.at(-1)).toBe('Lifts, now')
  await anna.changeSavedView('Lifts, now', 'Move up')
  const moved = [...order.slice(0, -2), ...order.slice(-2).toReversed()]
  await expect(boris.savedViews.filter({ hasText: new RegExp(moved.map(escaped).join('|'), 'u') })).toContainText(moved)
  expect(await namesOf(desk)).toEqual(moved)

  // Whoever looks at a view that is deleted is told, and keeps what is before them.
  await anna.changeSavedView('Lifts, now', 'Delete')
  await expect(boris.page.getByRole('status').filter({ hasText: 'The view “Lifts, now” was deleted.' })).toBeVisible()
  await expect(boris.savedView('Lifts, now')).toHaveCount(0)
  await expect(boris.row(door)).toBeVisible()
  await boris.wasNotReloaded()
  expect(await namesOf(desk)).toEqual(order.slice(0, -1))

  await boris.page.reload()
  await expect(
    boris.page.getByRole('status').filter({ hasText: 'This saved view is not there any more' }),
  ).toBeVisible()
  await boris.page.getByRole('link', { name: 'Open tickets' }).click()
  await expect(boris.page.getByRole('heading', { name: 'Open' })).toBeVisible()
})

test('a ticket that is given to a new team is in the team’s queue at once, which the palette finds', async ({
  desk,
}) => {
  const ticket = await desk.ticket('Button glows, nothing moves')
  const anna = await desk.signIn('anna', { worker: 0 })
  const boris = await desk.signIn('boris', { worker: 1 })
  await boris.openView('Mine')

  await anna.visit('/settings/teams')
  await anna.page.getByRole('button', { name: 'New team' }).click()
  await anna.page.getByRole('textbox', { name: 'Name', exact: true }).fill('Lift crew')
  const members = anna.page.getByRole('group', { name: 'Members' })
  await members.getByRole('checkbox', { name: 'Anna Lindgren' }).click()
  // By keys: Enter takes the first that fits, and sends nothing.
  await members.getByRole('textbox').fill('Bor')
  await members.getByRole('textbox').press('Enter')
  await expect(members.getByRole('checkbox', { name: 'Boris Volkov' })).toBeChecked()
  await members.getByRole('checkbox', { name: 'Anna Lindgren' }).click()
  await anna.page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(anna.page.getByRole('row').filter({ hasText: 'Lift crew' })).toContainText('Boris Volkov')

  const keys = await Keyboard.of(boris.page, 'QWERTY')
  await keys.press('Control+KeyK')
  await boris.page.keyboard.type('lift crew')
  await boris.page.getByRole('option', { name: 'Team: Lift crew' }).click()
  await expect(boris.page.getByText('No ticket fits')).toBeVisible()

  await anna.open(ticket)
  await anna.ticket(ticket).getByRole('combobox', { name: 'Team' }).click()
  await anna.page.getByRole('option', { name: 'Lift crew' }).click()
  await expect(boris.row(ticket)).toBeVisible()
  await boris.wasNotReloaded()
  expect(await desk.ticketRows([ticket.id])).toMatchObject([{ team_id: expect.any(Number) }])
})

/** What everyone's saved views are called, in their order, as they are kept in Postgres. */
const namesOf = async (desk: { savedViewRows(): Promise<readonly { name: string; shared: boolean }[]> }) =>
  (await desk.savedViewRows()).flatMap(({ name, shared }) => (shared ? [name] : []))

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)
