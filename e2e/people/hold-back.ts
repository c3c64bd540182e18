import type { Page } from '@playwright/test'

/** Holds back what a page asks for at an address, until it is let through. */
export const holdBack = async (page: Page, address: RegExp) => {
  const through = Promise.withResolvers<void>()
  await page.route(address, async (route) => {
    await through.promise
    await route.continue()
  })
  return () => through.resolve()
}

/** Where the editor is loaded from, in whose place a plain field stands until then. */
export const editorAddress = /WritingEditor[^/]*\.js$/u
