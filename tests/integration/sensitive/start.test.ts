import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openScene, type Scene } from './scene.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

/** Runs a script of ours to its end, with an outside database: how it ended, and what it said. */
function run(script: string, env: Record<string, string>): Promise<{ code: number; said: string }> {
  const none = { DATABASE_OWNER_URL: '', FIELD_KEYS: '', FIELD_KEYS_FILE: '' }
  const settings = { DEMO: '1', DATABASE_URL: scene.database.appUrl, ...none, ...env }
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', `scripts/${script}`],
      { cwd: root, env: { ...process.env, ...settings } },
      (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
    )
  })
}

test('the product does not start with an outside database and no keys, and names the setting', async () => {
  const { code, said } = await run('start.ts', {})
  expect(code).toBe(1)
  expect(said).toContain('FIELD_KEYS is not set')
})

test('nor without a key that texts are sealed with', async () => {
  const { code, said } = await run('start.ts', {
    PORT: '0',
    FIELD_KEYS: `7:${randomBytes(32).toString('base64')}`,
  })
  expect(code).toBe(1)
  expect(said).toContain('sealed with key 1, which is not among the keys given')
  // It may have to build first.
}, 180_000)

test('the command seals every text anew, says how many, and has nothing to do the second time', async () => {
  const old = Buffer.alloc(32, 'test').toString('base64')
  const both = { FIELD_KEYS: `2:${randomBytes(32).toString('base64')},1:${old}` }
  const first = await run('keys-rewrap.ts', both)
  expect(first).toEqual({
    code: 0,
    said: '3 texts sealed anew. Every text is sealed with key 2 now.\n',
  })
  expect((await run('keys-rewrap.ts', both)).said).toContain('0 texts sealed anew')
  const without = await run('keys-rewrap.ts', { FIELD_KEYS: `1:${old}` })
  expect([without.code, without.said.includes('sealed with key 2')]).toEqual([1, true])
}, 60_000)
