import { expect, test } from '../people/desk.ts'
import { overhang } from '../people/sight.ts'

const wide = { width: 1440, height: 900 }
const narrow = { width: 390, height: 844 }

/** How screens are looked at: between them, each of width, colours and language. */
const looks = [
  { name: 'wide', viewport: wide, colorScheme: 'light', locale: 'en-GB' },
  { name: 'narrow', viewport: narrow, colorScheme: 'light', locale: 'en-GB' },
  { name: 'wide, dark, Russian', viewport: wide, colorScheme: 'dark', locale: 'ru-RU' },
  { name: 'narrow, dark, Russian', viewport: narrow, colorScheme: 'dark', locale: 'ru-RU' },
] as const

for (const { name, ...look } of looks) {
  test(`every screen fits, and has its picture taken: ${name}`, async ({ desk }, info) => {
    const ticket = await desk.ticket(`Seen ${name}`, { tags: ['picture'] })
    const chat = await desk.group(`Seen ${name}`, ['anna', 'boris'])
    await desk.ask('boris', 'post', `/api/tickets/${ticket.id}/messages`, { kind: 'note', body: 'Ask the landlord.' })
    const stranger = await desk.stranger(look)
    const anna = await desk.signIn('anna', look)
    for (const [screen, path] of [
      ['queue', '/tickets?view=open'],
      ['queue-empty', '/tickets?view=open&tag=none-of-these'],
      ['ticket', `/tickets/${ticket.id}`],
      ['search', '/search?q=hallway'],
      ['chats', '/chats'],
      ['chat', `/chats/${chat.id}`],
      ['notifications', '/notifications'],
      ['people', '/settings/people'],
      ['teams', '/settings/teams'],
      ['canned', '/settings/canned'],
      ['keys', '/settings/keys'],
      ['preferences', '/settings/preferences'],
      ['tokens', '/settings/tokens'],
      ['nowhere', '/nowhere'],
    ] as const) {
      await anna.visit(path)
      await expect(anna.page.getByRole('main')).toBeVisible()
      await expect(anna.page.locator('[aria-busy=true]')).toHaveCount(0)
      await anna.page.screenshot({ path: info.outputPath(`${screen}.png`) })
      expect.soft(await overhang(anna.page), screen).toBe(0)
    }
    await stranger.page.goto('/')
    await expect(stranger.page.getByRole('button').first()).toBeVisible()
    await stranger.page.screenshot({ path: info.outputPath('sign-in.png') })
    expect.soft(await overhang(stranger.page), 'sign-in').toBe(0)
  })
}
