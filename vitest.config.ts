import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Once for the whole run, not once per project.
    globalSetup: ['tests/support/global-setup.ts'],
    projects: [
      project('unit', ['{app,search,db,scripts}/**/*.test.{ts,tsx}', 'tests/support/*.test.ts']),
      project('integration', ['tests/integration/**/*.test.{ts,tsx}']),
      project('architecture', ['tests/architecture/**/*.test.ts']),
    ],
  },
})

function project(name: string, include: string[]) {
  return { test: { name, include, testTimeout: 30_000, hookTimeout: 60_000 } }
}
