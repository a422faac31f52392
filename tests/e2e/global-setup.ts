import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '#db/embedded.ts'

/** The whole product, as `npm start` runs it, on a fresh database with the invented world. */
export default async function setup() {
  const dir = mkdtempSync(join(tmpdir(), 'throughgate-e2e-'))
  const database = await startEmbedded({ dir })
  const product = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts'], {
    env: {
      ...process.env,
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      DEMO: '1',
      FIELD_KEYS: `1:${randomBytes(32).toString('base64')}`,
      PORT: process.env.E2E_PORT,
      APP_ORIGIN: `http://localhost:${process.env.E2E_PORT}`,
      // Postgres alone, so that the journey is the same with and without a Meilisearch here.
      MEILI_BIN: join(dir, 'no-meilisearch'),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  await new Promise<void>((resolve, reject) => {
    product.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      if (output.includes('Throughgate: http')) resolve()
    })
    product.once('exit', (code) => reject(new Error(`The product ended (${code}):\n${output}`)))
  })
  return async () => {
    const ended = new Promise((resolve) => product.once('exit', resolve))
    product.kill('SIGTERM')
    await ended
    await database.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}
