import { access } from 'node:fs/promises'
import { chromium } from '@playwright/test'

const systemBrowsers = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The browser to test in: Playwright's own, else one of this machine's, else the one that comes with the packages. */
export const findBrowser = async (): Promise<string> => {
  for (const path of [chromium.executablePath(), ...systemBrowsers]) if (await exists(path)) return path
  const { default: packaged } = await import('@sparticuz/chromium')
  return packaged.executablePath()
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )
