import { z } from 'zod'

export type Counts = { passed: number; failed: number; skipped: number }

export function addCounts(a: Counts, b: Counts): Counts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  }
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(
        z.object({ status: z.string(), ancestorTitles: z.array(z.string()).default([]) }),
      ),
    }),
  ),
})

/** Reads vitest's JSON report. A file that breaks before its first test counts as one failure. */
export function vitestCounts(json: unknown): Counts {
  const report = vitestReport.parse(json)
  const broken = report.testResults.filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some((one) => one.status === 'failed'),
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** How many tests of the search contract passed against a real Meilisearch. */
export function passedOnMeilisearch(json: unknown): number {
  return vitestReport
    .parse(json)
    .testResults.flatMap(({ assertionResults }) => assertionResults)
    .filter(
      ({ status, ancestorTitles }) =>
        status === 'passed' && ancestorTitles.some((title) => /contract.*Meilisearch/i.test(title)),
    ).length
}

const playwrightReport = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
  errors: z.array(z.unknown()),
})

/** Reads Playwright's JSON report. A test that passed only when tried again counts as failed. */
export function playwrightCounts(json: unknown): Counts {
  const { stats, errors } = playwrightReport.parse(json)
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  }
}
