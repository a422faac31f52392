import { hash, verify } from '@node-rs/argon2'

const AT_ONCE = 2
const WAITING = 8

/** More passwords to check than this machine can: the caller should try again shortly. */
export class Busy extends Error {}

/** argon2id with the library's parameters: 19 MiB, two passes. Throws `Busy` when the queue is full. */
export const hashPassword = (password: string) => inTurn(() => hash(password))

/**
 * Whether it is the password. Without a hash (no such account) it takes as long and is false.
 * Throws `Busy` when the queue is full.
 */
export function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  return inTurn(async () => {
    nobodys ??= hash('nobody has this password')
    const isIt = await verify(passwordHash ?? (await nobodys), password)
    return isIt && passwordHash !== null
  })
}

let nobodys: Promise<string> | undefined
let running = 0
const queue: (() => void)[] = []

/** Hashing is the cheapest way to take the service down, hence few at once and a short queue. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < AT_ONCE) running += 1
  else if (queue.length < WAITING) await new Promise<void>((resolve) => queue.push(resolve))
  else throw new Busy('Too many passwords to check')
  try {
    return await work()
  } finally {
    const next = queue.shift()
    if (next) next()
    else running -= 1
  }
}
