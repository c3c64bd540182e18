import type { Locator } from '@playwright/test'
import { expect, test } from '../people/desk.ts'

// A red picture of 40 by 20 pixels.
const red =
  'iVBORw0KGgoAAAANSUhEUgAAACgAAAAUCAIAAABwJOjsAAAAJElEQVR4nGM4oaExIIhh1OJRi0ctHrV41OJRi0ctHrV45FgMAK3qay69l+VGAAAAAElFTkSuQmCC'

const paste = (words: Locator) =>
  words.evaluate((element, bytes) => {
    const files = new DataTransfer()
    const picture = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))
    files.items.add(new File([picture], 'fuse.png', { type: 'image/png' }))
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: files, bubbles: true, cancelable: true }))
  }, red)

test('a picture is pasted between words, said what is to be seen in it, and seen there by a colleague on another worker', async ({
  desk,
}) => {
  const ticket = await desk.ticket('The fuse goes out')
  const anna = await desk.signIn('anna', { worker: 0 })
  const boris = await desk.signIn('boris', { worker: 1 })
  await anna.open(ticket)
  await boris.open(ticket)
  const composer = anna.page.getByRole('region', { name: 'Write' })
  const words = composer.locator('[contenteditable=true]')

  await words.click()
  await words.pressSequentially('Look  here')
  for (const _letter of ' here') await words.press('ArrowLeft')
  await paste(words)
  const placed = words.getByRole('img', { name: 'fuse.png' })
  await expect(placed).toBeVisible()
  await expect(composer.getByRole('list', { name: 'Files to send' })).toHaveCount(0)
  await placed.click()
  await words.getByRole('textbox', { name: 'What is to be seen in fuse.png' }).fill('A burnt fuse')
  await anna.page.reload()
  const kept = words.getByRole('img', { name: 'A burnt fuse' })
  await expect(kept).toBeVisible()
  // Taken out of the words and brought back, it is the same picture.
  await kept.click()
  await words.press('Backspace')
  await expect(kept).toHaveCount(0)
  await words.press('ControlOrMeta+z')
  await expect(kept).toBeVisible()
  await composer.getByRole('button', { name: 'Send reply' }).click()

  const message = boris.page.getByRole('listitem', { name: 'Reply from Anna Lindgren' })
  const seen = message.getByRole('paragraph').getByRole('img', { name: 'A burnt fuse' })
  await expect(seen).toBeVisible()
  await expect.poll(() => seen.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(40)
  await expect(message.getByRole('img', { name: 'A burnt fuse' })).toHaveCount(1)
  await expect(message.getByRole('list', { name: 'Files' })).toHaveCount(0)
  expect(await desk.wordsOf(ticket.id)).toEqual([expect.any(String), expect.stringContaining('[A burnt fuse]')])
  const bytes = await boris.page.context().request.get((await seen.getAttribute('src')) ?? '')
  expect(bytes.headers()).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining('sandbox'),
  })
})
