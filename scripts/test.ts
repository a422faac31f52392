import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  addCounts,
  passedOnMeilisearch,
  playwrightCounts,
  vitestCounts,
  type Counts,
} from './test-counts.ts'

/**
 * `npm test`: types, lint, dead code, then every test. Each stage shows its own output; the last
 * line sums them up. A stage without a report of its own counts as one test.
 */
const reports = mkdtempSync(join(tmpdir(), 'throughgate-reports-'))
const vitestReport = join(reports, 'vitest.json')
const playwrightReport = join(reports, 'playwright.json')
const closing: string[] = []

const total = [
  await check('types', 'tsc', ['--noEmit']),
  await check('lint', 'eslint', ['.', '--max-warnings', '0']),
  await check('unused code', 'knip', []),
  await unitAndIntegration(),
  await browser(),
].reduce(addCounts)

closing.push(meilisearchMet())
rmSync(reports, { recursive: true, force: true })
for (const line of closing) console.log(line)
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`)
process.exitCode = total.failed > 0 ? 1 : 0

async function check(title: string, program: string, args: string[]): Promise<Counts> {
  const passed = (await run(title, program, args)) === 0
  closing.push(`${title}: ${passed ? 'passed' : 'FAILED'}`)
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 }
}

async function unitAndIntegration(): Promise<Counts> {
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`]
  const code = await run('unit, conformance, integration and architecture tests', 'vitest', args)
  return counted('unit, conformance, integration, architecture', code, vitestReport, vitestCounts)
}

async function browser(): Promise<Counts> {
  if (!existsSync('playwright.config.ts')) {
    closing.push('browser tests: none, because there is no playwright.config.ts')
    return { passed: 0, failed: 0, skipped: 0 }
  }
  const code = await run('browser tests', 'playwright', ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport,
  })
  return counted('browser tests', code, playwrightReport, playwrightCounts)
}

function counted(
  title: string,
  code: number,
  report: string,
  read: (json: unknown) => Counts,
): Counts {
  const counts = existsSync(report)
    ? read(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 }
  // It may fail outside any test: a set-up that throws, a worker that dies.
  if (code !== 0 && counts.failed === 0) counts.failed = 1
  closing.push(`${title}: ${counts.passed} passed, ${counts.failed} failed`)
  return counts
}

function run(
  title: string,
  program: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<number> {
  console.log(`\n== ${title}`)
  return new Promise((resolve, reject) => {
    const child = spawn(join('node_modules/.bin', program), args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    })
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}

function meilisearchMet(): string {
  const report = existsSync(vitestReport) ? readFileSync(vitestReport, 'utf8') : null
  const passed = report ? passedOnMeilisearch(JSON.parse(report)) : 0
  if (passed === 0)
    return (
      'Meilisearch: no real one was met, so its half of the search contract was not tested. To ' +
      'test it put `meilisearch` on the PATH, or set MEILI_BIN or MEILI_URL.'
    )
  return `Meilisearch: met a real one (${meilisearchName()}), ${passed} tests of the search contract passed on it`
}

function meilisearchName(): string {
  if (process.env.MEILI_URL) return 'the server of MEILI_URL'
  const asked = spawnSync(process.env.MEILI_BIN ?? 'meilisearch', ['--version'])
  return asked.stdout?.toString('utf8').trim() ?? 'version unknown'
}
