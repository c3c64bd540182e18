import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { type Browser, browserArgs, findBrowser } from './browser.ts'
import { freePort } from './ports.ts'

// Read anew by every process of the run, so what was chosen first is handed on.
const ports = [
  Number((process.env['E2E_PORT_1'] ??= String(await freePort()))),
  Number((process.env['E2E_PORT_2'] ??= String(await freePort()))),
]
// Where the stack says how its database is reached: stories end on what is kept there.
const database = (process.env['E2E_DATABASE'] ??= join(tmpdir(), `livedesk-e2e-${randomUUID()}`))
const browser: Browser = JSON.parse((process.env['E2E_BROWSER'] ??= JSON.stringify(await findBrowser())))

export default defineConfig({
  testDir: './stories',
  outputDir: './test-results',
  // One desk for all: its people cannot be at two stories at once.
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json', { outputFile: 'test-results/report.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${ports[0]}`,
    launchOptions: {
      executablePath: browser.path,
      env: { ...process.env, ...browser.env },
      args: browserArgs,
    },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  webServer: {
    command: `node stack.ts ${database} ${ports.join(' ')}`,
    url: `http://127.0.0.1:${ports[1]}/readyz`,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    stdout: 'ignore',
    stderr: 'pipe',
    timeout: 60_000,
  },
})
