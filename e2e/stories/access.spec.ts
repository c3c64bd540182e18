import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../people/desk.ts'

const seriousFindings = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`)
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every screen is open to everyone, in ${colorScheme} colours`, async ({ desk }) => {
    const stranger = await desk.stranger({ colorScheme })
    await stranger.page.goto('/')
    await expect(stranger.page.getByRole('heading', { name: 'Sign in to Livedesk' })).toBeVisible()
    expect.soft(await seriousFindings(stranger.page)).toEqual([])

    const ticket = await desk.ticket('Accessible to everyone')
    const chat = await desk.group('Open to all', ['anna', 'boris'])
    const anna = await desk.signIn('anna', { colorScheme })
    for (const path of [
      '/tickets?view=open',
      `/tickets/${ticket.id}`,
      '/chats',
      `/chats/${chat.id}`,
      '/notifications',
      '/settings/people',
      '/nowhere',
    ]) {
      await anna.visit(path)
      await expect(anna.page.getByRole('main')).toBeVisible()
      expect.soft(await seriousFindings(anna.page), path).toEqual([])
    }
  })
}
