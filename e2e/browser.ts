import { execFile } from 'node:child_process'
import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { chromium } from '@playwright/test'

/** A browser to test in. `env` names the libraries and fonts that it brings where the machine has none. */
export type Browser = { readonly path: string; readonly env: Readonly<Record<string, string>> }

/** Opens that browser, without a window. */
export const launchBrowser = async () => {
  const { path, env } = await findBrowser()
  return chromium.launch({ executablePath: path, env: { ...process.env, ...env }, args: browserArgs })
}

export const browserArgs = ['--no-sandbox', '--disable-background-networking']

const systemBrowsers = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The browser to test in: Playwright's own, else one of this machine's, else the one that comes with the packages. */
export const findBrowser = async (): Promise<Browser> => {
  for (const path of [chromium.executablePath(), ...systemBrowsers]) if (await exists(path)) return { path, env: {} }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'There is no browser to test in. Install Chrome, or run: pnpm --filter @livedesk/e2e exec playwright install chromium',
    )
  }
  const home = await unpackOwn()
  const path = join(home, 'chromium')
  return {
    path,
    env: {
      ...((await lacksLibraries(path)) && { LD_LIBRARY_PATH: join(home, 'al2023', 'lib') }),
      ...(!(await exists('/etc/fonts/fonts.conf')) && { FONTCONFIG_PATH: join(home, 'fonts') }),
    },
  }
}

/** Unpacks the browser beside its package, once. The folder appears whole or not at all. */
const unpackOwn = async () => {
  const entry = import.meta.resolve('@sparticuz/chromium')
  const home = fileURLToPath(new URL('../unpacked', entry))
  if (await exists(home)) return home
  const { default: own, inflate } = await import('@sparticuz/chromium')
  const unfinished = `${home}.${process.pid}`
  const usual = process.env['TMPDIR']
  await mkdir(unfinished)
  // It unpacks into the folder for temporary files, and takes what lies there for its own.
  process.env['TMPDIR'] = unfinished
  try {
    await own.executablePath()
    await inflate(fileURLToPath(new URL('../bin/al2023.tar.br', entry)))
    await writeFile(join(unfinished, 'fonts', 'fonts.conf'), fontsBesideThis)
  } finally {
    if (usual === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = usual
  }
  await rename(unfinished, home).catch(() => rm(unfinished, { recursive: true }))
  return home
}

const fontsBesideThis =
  '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir prefix="relative">.</dir></fontconfig>'

const lacksLibraries = async (path: string) => (await promisify(execFile)('ldd', [path])).stdout.includes('not found')

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )
