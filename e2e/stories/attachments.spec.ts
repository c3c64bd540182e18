import { expect, test } from '../people/desk.ts'

// A red picture of 40 by 20 pixels.
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAACgAAAAUCAIAAABwJOjsAAAAJElEQVR4nGM4oaExIIhh1OJRi0ctHrV41OJRi0ctHrV45FgMAK3qay69l+VGAAAAAElFTkSuQmCC',
  'base64',
)

test('a picture and a log go with a reply: seen and saved by a colleague on another worker, kept once', async ({
  desk,
}) => {
  const ticket = await desk.ticket('The receipt prints upside down')
  const anna = await desk.signIn('anna', { worker: 0 })
  const boris = await desk.signIn('boris', { worker: 1 })
  await anna.open(ticket)
  await boris.open(ticket)
  const composer = anna.page.getByRole('region', { name: 'Write' })

  await composer.locator('input[type=file]').setInputFiles([
    { name: 'receipt.png', mimeType: 'image/png', buffer: picture },
    { name: 'printer.log', mimeType: 'text/html', buffer: Buffer.from('<script>alert(1)</script>\nfeed: reversed') },
  ])
  await expect(composer.getByRole('list', { name: 'Files to send' }).getByRole('listitem')).toHaveCount(2)
  // Both are at the desk: the draft may be sent, and has them after a reload.
  await expect(composer.getByRole('button', { name: 'Send reply' })).toBeEnabled()
  await anna.page.reload()
  await expect(composer.getByRole('list', { name: 'Files to send' }).getByRole('listitem')).toHaveCount(2)
  await composer.getByRole('button', { name: 'Send reply' }).click()

  const message = boris.page.getByRole('listitem', { name: 'Reply from Anna Lindgren' })
  const seen = message.getByRole('img', { name: 'receipt.png' })
  await expect(seen).toBeVisible()
  expect(await seen.evaluate((img: HTMLImageElement) => [img.naturalWidth, img.naturalHeight])).toEqual([40, 20])
  const [saved] = await Promise.all([
    boris.page.waitForEvent('download'),
    message.getByRole('link', { name: 'Save printer.log' }).click(),
  ])
  expect(saved.suggestedFilename()).toBe('printer.log')
  expect(await desk.wordsOf(ticket.id)).toEqual([expect.any(String), 'receipt.png, printer.log'])
  expect(await desk.filesOf(ticket.id)).toEqual([
    { name: 'receipt.png', type: 'image/png', width: 40 },
    { name: 'printer.log', type: 'text/plain', width: null },
  ])
})
