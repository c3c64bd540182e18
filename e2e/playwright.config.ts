import { defineConfig } from '@playwright/test'
import { type Browser, browserArgs, findBrowser } from './browser.ts'

// Read anew by every process of the run, so what was chosen first is handed on.
const browser: Browser = JSON.parse((process.env['E2E_BROWSER'] ??= JSON.stringify(await findBrowser())))

export default defineConfig({
  testDir: './stories',
  outputDir: './test-results',
  // Each has a desk of its own: people cannot be at two stories at once.
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json', { outputFile: 'test-results/report.json' }]],
  use: {
    launchOptions: {
      executablePath: browser.path,
      env: { ...process.env, ...browser.env },
      args: browserArgs,
    },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
})
