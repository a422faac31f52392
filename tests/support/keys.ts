import type { KeyRing } from '#app/platform/crypto.server.ts'

/** The key of every test's own database, which is thrown away with it. */
export const testKeys: KeyRing = { newest: 1, keys: new Map([[1, Buffer.alloc(32, 'test')]]) }
