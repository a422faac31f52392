import { defineConfig } from '@playwright/test'
import { findChromium } from './tests/support/chromium.ts'

const { executablePath, args, env } = findChromium()
// The workers inherit it from the process that reads this file first.
process.env.E2E_PORT ??= String(20_000 + (process.pid % 20_000))

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/global-setup.ts',
  workers: 1,
  timeout: 60_000,
  forbidOnly: true,
  outputDir: 'test-results',
  reporter: 'line',
  use: {
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    baseURL: `http://localhost:${process.env.E2E_PORT}`,
    launchOptions: {
      executablePath,
      // Root, as many containers run, has no user namespace for the sandbox.
      args: [...args, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
      env: { ...(process.env as Record<string, string>), ...env },
    },
  },
})
