import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import postgres from 'postgres'
import { startEmbedded } from '#db/embedded.ts'
import { migrate } from '#db/migrate.ts'
import { inventedAdverts } from './invented-adverts.ts'

// Requests per second of the anonymous page of openings beside a hello-world page, in one run.

const ROUNDS = 5
const SECONDS = 6
const CONNECTIONS = 20

const folder = mkdtempSync(join(tmpdir(), 'throughgate-bench-'))
const database = await startEmbedded({ dir: folder })
let server: ChildProcess | undefined
try {
  await migrate(database.ownerUrl, database.appUrl)
  const rows = await fill()
  const { product, hello } = await serve()
  const page = `${product}/openings`
  console.log(
    `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
  )
  console.log(
    `${rows.toLocaleString('en-GB')} live openings, ${CONNECTIONS} connections, ${ROUNDS} rounds of ${SECONDS} s each`,
  )
  await load(page, 3)
  await load(hello, 3)
  const rounds: { page: number; hello: number; ratio: number }[] = []
  for (let round = 1; round <= ROUNDS; round++) {
    // Side by side in time, so that a slow minute of the machine slows both.
    const [base, own] = [await load(hello, SECONDS), await load(page, SECONDS)]
    rounds.push({ page: own, hello: base, ratio: own / base })
    console.log(
      `round ${round}: hello ${base.toFixed(0)}/s, openings ${own.toFixed(0)}/s, ratio ${(own / base).toFixed(2)}`,
    )
  }
  const middle = (of: 'page' | 'hello' | 'ratio') =>
    rounds.map((round) => round[of]).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? NaN
  console.log(
    `median: hello ${middle('hello').toFixed(0)}/s, openings ${middle('page').toFixed(0)}/s, ratio ${middle('ratio').toFixed(2)} (aim: 0.40)`,
  )
  await timeWords(product)
  await weigh(product)
} finally {
  if (server) {
    const ended = once(server, 'exit')
    server.kill('SIGTERM')
    await ended
  }
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** Imports the adverts of ADVERTS_CSV, or as many invented ones; gives the number of live rows. */
async function fill(): Promise<number> {
  let file = process.env.ADVERTS_CSV
  if (!file) {
    file = join(folder, 'adverts.csv')
    writeFileSync(file, inventedAdverts(29_862))
    console.log('ADVERTS_CSV is not set: the adverts are invented')
  }
  const sql = postgres(database.ownerUrl, { max: 1, onnotice: () => undefined })
  await sql`select set_config('app.role', 'system', false)`
  await sql`insert into users (id, email, name, is_invented) values
    ('00000000-0000-4000-8000-000000000001', 'bench@demo.example', 'Bench', true)`
  await sql`insert into role_grants (id, user_id, role) values
    (gen_random_uuid(), '00000000-0000-4000-8000-000000000001', 'coordinator')`
  const args = [file, '--columns', 'adverts', '--apply', '--publish', '--as', 'bench@demo.example']
  const run = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/import-opportunities.ts', ...args],
    { env: environment(), encoding: 'utf8', maxBuffer: 2 ** 26 },
  )
  if (run.status !== 0) throw new Error(`The import failed:\n${run.stderr}`)
  console.log(run.stdout.trim().split('\n').slice(-2).join('\n'))
  await sql`analyze`
  const [live] = await sql<{ n: number }[]>`
    select count(*)::int as n from opportunities where state = 'live'`
  await sql.end()
  return live?.n ?? 0
}

async function serve(): Promise<{ product: string; hello: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'bench/serve.ts'], {
    env: { ...environment(), NODE_ENV: 'production', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  server = child
  let output = ''
  for await (const chunk of child.stdout) {
    output += String(chunk)
    if (output.includes('\n')) break
  }
  return JSON.parse(output) as { product: string; hello: string }
}

/** Postgres alone, so that the figures do not depend on what is installed here. */
function environment() {
  return {
    ...process.env,
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    MEILI_BIN: join(folder, 'no-meilisearch'),
    MEILI_FOLDER: join(folder, 'meilisearch'),
  }
}

/** Requests per second. Any answer but 200 is an error: a fast refusal is no result. */
async function load(url: string, seconds: number): Promise<number> {
  const result = await autocannon({ url, connections: CONNECTIONS, duration: seconds })
  const { non2xx, errors, requests } = result
  if (non2xx > 0 || errors > 0) throw new Error(`${url}: ${non2xx} refusals, ${errors} errors`)
  return requests.average
}

async function timeWords(product: string) {
  for (const words of ['vehicle technician', 'kitchen porter', 'legl secretary']) {
    const times: number[] = []
    for (let n = 0; n < 21; n++) {
      const began = performance.now()
      await (await fetch(`${product}/openings?q=${encodeURIComponent(words)}`)).text()
      times.push(performance.now() - began)
    }
    const median = times.sort((a, b) => a - b)[10] ?? NaN
    console.log(`“${words}”, one at a time: ${median.toFixed(0)} ms at the median (aim: under 300)`)
  }
}

/** What the first visit loads before any script, as it goes over the line. */
async function weigh(product: string) {
  const html = await (await fetch(`${product}/openings`)).text()
  const sheet = /<link rel="stylesheet" href="([^"]+)"/.exec(html)?.[1]
  if (!sheet) throw new Error('The page has no style sheet')
  const css = await (await fetch(product + sheet)).text()
  const fonts = [...css.matchAll(/url\(([^)]+\.woff2)\)/g)].map(([, url]) => url ?? '')
  const parts = {
    html: await bytesOf(`${product}/openings`),
    css: await bytesOf(product + sheet),
    fonts: (await Promise.all(fonts.map((font) => bytesOf(product + font)))).reduce(
      (a, b) => a + b,
      0,
    ),
  }
  const all = parts.html + parts.css + parts.fonts
  const kilo = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
  console.log(
    `page: HTML ${kilo(parts.html)}, CSS ${kilo(parts.css)}, fonts ${kilo(parts.fonts)}; together ${kilo(all)} compressed (aim: under 60)`,
  )
}

function bytesOf(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'Accept-Encoding': 'br, gzip' } }, (answer) => {
      let bytes = 0
      if (answer.statusCode !== 200) reject(new Error(`${url}: ${answer.statusCode}`))
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length))
      answer.on('end', () => resolve(bytes))
    }).on('error', reject)
  })
}
