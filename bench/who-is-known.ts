import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ServerBuild } from '@remix-run/node'
import { readSettings } from '#app/platform/env.server.ts'
import { hashPassword } from '#app/platform/password.server.ts'
import { makeServices } from '#app/platform/services.server.ts'
import { system } from '#app/platform/context.ts'
import { inTransaction } from '#db/client.server.ts'
import { startEmbedded } from '#db/embedded.ts'
import { makeGrant, makeUser } from '#db/factories/index.ts'
import { migrate } from '#db/migrate.ts'
import { openSearch } from '#search/open.server.ts'
import { CLIENT_DIR, ensureBuild, SERVER_BUILD } from '../scripts/build.ts'
import { startWeb } from '../server.ts'
import { startWorker } from '../worker.ts'

// Whether the time of an answer says that an address is known: forms sent for addresses that have an
// account and for addresses that have none, mixed, one at a time, from as many browsers' addresses.

const EACH = 150
let visitors = 0

const folder = mkdtempSync(join(tmpdir(), 'throughgate-bench-'))
const database = await startEmbedded({ dir: folder })
const settings = readSettings({ ...process.env, PORT: '0', DEMO: '1', TRUST_PROXY: '1' }, false)
const search = await openSearch({
  appUrl: database.appUrl,
  env: { ...process.env, MEILI_BIN: join(folder, 'no-meilisearch') },
  folder: join(folder, 'meilisearch'),
  warn: (message) => console.error(message),
})
const services = makeServices(database.appUrl, settings, search.search)
const stops = [() => search.stop(), () => services.db.$client.end({ timeout: 5 })]
try {
  await Promise.all([migrate(database.ownerUrl, database.appUrl), ensureBuild()])
  await fill()
  const build = (await import(SERVER_BUILD)) as ServerBuild
  const web = await startWeb({ services, build, clientDir: CLIENT_DIR })
  stops.push(web.stop)
  // Its work follows a known address only, and must not be noticed either.
  const worker = await startWorker(database.ownerUrl, services)
  stops.push(worker.stop)
  await compare(web.address, 'candidate', '/sign-in/link')
  await compare(web.address, 'mentor', '/reset-password')
  await compare(web.address, 'mentor', '/employers/register', {
    ...{ organisation: 'Pier Café', description: 'Chips', outcode: 'NR31' },
    ...{ workPhone: '01493 960123', personName: 'Ash' },
  })
  await compare(web.address, 'mentor', '/sign-in', { password: 'wrong horse battery staple' })
} finally {
  for (const stop of stops.reverse()) await stop()
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function fill() {
  const passwordHash = await hashPassword('correct horse battery staple')
  await inTransaction(services.db, system('bench'), async (tx) => {
    for (let n = 0; n < EACH; n++)
      for (const role of ['candidate', 'mentor'] as const) {
        const email = `${role}${n}@known.example`
        const user = await makeUser(tx, {
          ...{ email, passwordHash: role === 'mentor' ? passwordHash : null },
        })
        await makeGrant(tx, { userId: user.id, role })
      }
  })
}

/** Prints the medians, their ratio, and how often one look at the time would guess right. */
async function compare(origin: string, role: string, path: string, more = {}) {
  const times = { known: [] as number[], unknown: [] as number[] }
  for (let n = 0; n < 20; n++) await timeOf(origin, path, { ...more, email: `${n}@warm.example` })
  const asked = Array.from({ length: EACH }, (_, n) => n).flatMap((n) => [
    { kind: 'known' as const, n },
    { kind: 'unknown' as const, n },
  ])
  // By chance: the task that follows a known address slows whatever is asked next.
  for (const { kind, n } of shuffled(asked))
    times[kind].push(await timeOf(origin, path, { ...more, email: `${role}${n}@${kind}.example` }))
  const [known, unknown] = [middle(times.known), middle(times.unknown)]
  const between = (known + unknown) / 2
  const right =
    times.known.filter((time) => time > between).length +
    times.unknown.filter((time) => time <= between).length
  const guessed = Math.round((100 * Math.max(right, 2 * EACH - right)) / (2 * EACH))
  console.log(
    `${path}: known ${known.toFixed(2)} ms, unknown ${unknown.toFixed(2)} ms, ratio ${(known / unknown).toFixed(2)}, guessed right ${guessed} % (chance: 50)`,
  )
}

function shuffled<T>(all: T[]): T[] {
  return all
    .map((one) => ({ one, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)
}

function middle(times: number[]) {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN
}

function timeOf(origin: string, path: string, fields: Record<string, string>): Promise<number> {
  visitors += 1
  const body = new URLSearchParams(fields).toString()
  const headers = {
    'Content-Type': 'application/x-www-form-urlencoded',
    'Content-Length': Buffer.byteLength(body),
    'Sec-Fetch-Site': 'same-origin',
    'X-Forwarded-For': `10.${visitors >> 16}.${(visitors >> 8) & 255}.${visitors & 255}`,
  }
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const sent = request(origin + path, { method: 'POST', headers }, (answer) => {
      const took = performance.now() - began
      answer.resume()
      if (answer.statusCode === 303 || answer.statusCode === 422)
        answer.once('end', () => resolve(took))
      else reject(new Error(`${path}: ${answer.statusCode}`))
    })
    sent.once('error', reject)
    sent.end(body)
  })
}
