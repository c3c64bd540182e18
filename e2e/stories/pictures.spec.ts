import { Buffer } from 'node:buffer'
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

/** Lets a picture go over a point of the words. */
const drop = (words: Locator, name: string, at: { readonly x: number; readonly y: number }) =>
  words.evaluate(
    (element, [bytes, named, x, y]) => {
      const dataTransfer = new DataTransfer()
      const picture = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))
      dataTransfer.items.add(new File([picture], named, { type: 'image/png' }))
      for (const type of ['dragenter', 'dragover', 'drop'])
        element.dispatchEvent(
          new DragEvent(type, { dataTransfer, clientX: x, clientY: y, bubbles: true, cancelable: true }),
        )
    },
    [red, name, at.x, at.y] as const,
  )

test('a picture that could not be uploaded says so in its place, and is tried again there; one is dropped where it is let go, one chosen; all stand in a note', async ({
  desk,
}) => {
  const ticket = await desk.ticket('The lamp flickers')
  const anna = await desk.signIn('anna', { worker: 0 })
  await anna.open(ticket)
  const { page } = anna
  const composer = page.getByRole('region', { name: 'Write' })
  const words = composer.locator('[contenteditable=true]')
  await composer.getByText('Note', { exact: true }).click()
  await words.click()
  await words.pressSequentially('First')

  await page.route('**/api/attachments**', (route) => route.abort())
  await paste(words)
  await expect(words.getByText('Not uploaded.')).toBeVisible()
  await words.pressSequentially(' last')
  await page.unroute('**/api/attachments**')
  await words.getByRole('button', { name: 'Try again' }).click()
  await expect(words.getByRole('img', { name: 'fuse.png' })).toBeVisible()

  const line = await words.getByText('First').boundingBox()
  if (!line) throw new Error('The words are not drawn.')
  await drop(words, 'dropped.png', { x: line.x + 1, y: line.y + line.height / 2 })
  await expect(words.getByRole('img', { name: 'dropped.png' })).toBeVisible()
  await words.press('ControlOrMeta+End')
  await composer.getByRole('button', { name: 'Formatting' }).click()
  const chooser = page.waitForEvent('filechooser')
  await composer.getByRole('button', { name: 'Put a picture here' }).click()
  await (await chooser).setFiles({ name: 'chosen.png', mimeType: 'image/png', buffer: Buffer.from(red, 'base64') })
  await expect(words.getByRole('img', { name: 'chosen.png' })).toBeVisible()

  await composer.getByRole('button', { name: 'Add note' }).click()
  const note = page.getByRole('listitem', { name: 'Internal note from Anna Lindgren' })
  await expect(note.getByRole('img')).toHaveCount(3)
  expect(await desk.wordsOf(ticket.id)).toEqual([expect.any(String), '[dropped.png]First[fuse.png] last[chosen.png]'])
})

test('a picture on its way goes with the words that it was given to, wherever its person goes meanwhile; one that failed holds them back', async ({
  desk,
}) => {
  const ticket = await desk.ticket('The bulb hums')
  const other = await desk.ticket('The switch sparks')
  const anna = await desk.signIn('anna', { worker: 0 })
  await anna.open(ticket)
  const { page } = anna
  const composer = page.getByRole('region', { name: 'Write' })
  const words = composer.locator('[contenteditable=true]')
  const files = composer.getByRole('list', { name: 'Files to send' })
  const { promise: mayGo, resolve: letGo } = Promise.withResolvers<void>()
  await page.route('**/api/attachments**', async (route) => {
    await mayGo
    await route.continue()
  })

  // Begun in a note; a reply is written meanwhile, and another ticket looked at.
  await composer.getByText('Note', { exact: true }).click()
  await words.click()
  await words.pressSequentially('For us alone ')
  await paste(words)
  await expect(words.getByText('fuse.png')).toBeVisible()
  await expect(composer.getByRole('button', { name: 'Add note' })).toBeDisabled()
  await composer.getByText('Reply', { exact: true }).click()
  await words.pressSequentially('Which bulb is it?')
  await expect(composer.getByRole('button', { name: 'Send reply' })).toBeEnabled()
  await anna.row(other).first().click()
  await expect(anna.ticket(other)).toBeVisible()
  letGo()
  await anna.row(ticket).first().click()
  await expect(words).toHaveText('Which bulb is it?')
  await expect(files).toHaveCount(0)
  await composer.getByText('Note', { exact: true }).click()
  await expect(files.getByRole('listitem')).toHaveText([/^fuse\.png/u])
  await expect(words).toHaveText('For us alone')
  await page.unroute('**/api/attachments**')

  // Where the desk cannot be reached, nothing goes without its picture unless that is wanted.
  await anna.enterTunnel()
  await words.press('ControlOrMeta+End')
  await paste(words)
  await expect(words.getByText('Not uploaded.')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(composer.getByText('1 file was not uploaded. Nothing was sent.')).toBeVisible()
  await anna.leaveTunnel()
  await expect(words.getByRole('img', { name: 'fuse.png' })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByRole('listitem', { name: 'Internal note from Anna Lindgren' }).getByRole('img')).toHaveCount(2)

  await page.route('**/api/attachments**', (route) => route.abort())
  await composer.getByText('Reply', { exact: true }).click()
  await paste(words)
  await expect(words.getByText('Not uploaded.')).toBeVisible()
  await composer.getByRole('button', { name: 'Send reply' }).click()
  await composer.getByRole('button', { name: 'Send without it' }).click()
  await expect(page.getByRole('listitem', { name: 'Reply from Anna Lindgren' })).toContainText('Which bulb is it?')
  await expect(composer.getByText('fuse.png')).toHaveCount(0)
  expect(await desk.wordsOf(ticket.id)).toEqual([
    expect.any(String),
    expect.stringMatching(/^For us alone.*\[fuse\.png\]$/u),
    'Which bulb is it?',
  ])
  expect(await desk.filesOf(ticket.id)).toHaveLength(2)
})

test('a picture stands in the draft on another machine, and goes with words that waited for the desk', async ({
  desk,
}) => {
  const ticket = await desk.ticket('The plug is warm')
  const office = await desk.signIn('anna', { worker: 0 })
  const home = await desk.signIn('anna', { worker: 1 })
  await office.open(ticket)
  await home.open(ticket)
  const [here, there] = [office, home].map(({ page }) => page.getByRole('textbox', { name: 'Reply' }))
  if (!here || !there) throw new Error('There are two fields.')
  await here.click()
  await here.pressSequentially('As here: ')
  await paste(here)
  const seen = there.getByRole('img', { name: 'fuse.png' })
  await expect(seen).toBeVisible()
  await expect.poll(() => seen.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(40)

  await home.enterTunnel()
  await home.page.getByRole('button', { name: 'Send reply' }).click()
  await expect(home.unsent).toHaveText('1 thing waits to be sent')
  await expect(there).toHaveText('')
  await home.leaveTunnel()
  const message = office.page.getByRole('listitem', { name: 'Reply from Anna Lindgren' })
  await expect(message.getByRole('img', { name: 'fuse.png' })).toBeVisible()
  await expect(here).toHaveText('')
  expect(await desk.wordsOf(ticket.id)).toEqual([expect.any(String), 'As here: [fuse.png]'])
})
