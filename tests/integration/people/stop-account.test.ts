import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listUsers, userById } from '#app/features/accounts/list-users.server.ts'
import { touchSession } from '#app/features/accounts/sessions.server.ts'
import { restartAccount, stopAccount } from '#app/features/accounts/stop.server.ts'
import type { Actor } from '#app/platform/context.ts'
import { Conflict, Forbidden, NotFound } from '#app/platform/errors.ts'
import { hashOf } from '#app/platform/secret.server.ts'
import { makeGrant, makeUser } from '#db/factories/index.ts'
import { users } from '#db/schema/accounts.ts'
import { auditEntries } from '#db/schema/audit.ts'
import { cookieFor } from '#tests/support/session.ts'
import { actorOf, makeWorld, type World } from '#tests/support/world.ts'

let world: World
let office: Actor

beforeAll(async () => {
  world = await makeWorld()
  office = await world.inside(async (tx) => {
    const user = await makeUser(tx)
    await makeGrant(tx, { userId: user.id, role: 'coordinator' })
    return actorOf('coordinator', user.id)
  })
})
afterAll(() => world.close())

const userId = () => world.mentor.userId ?? ''
const version = async () => (await world.as(office, (ctx) => userById(ctx, userId()))).version
const stop = async (who = office, id = userId()) => {
  const input = { userId: id, version: await version(), reason: 'left' }
  return world.as(who, (ctx) => stopAccount(ctx, input))
}

test('a stopped account is signed out at once, and can be used again after', async () => {
  const now = world.clock.now()
  const signIn = async () => {
    const cookie = await world.inside((tx) => cookieFor(tx, userId(), now))
    return hashOf(cookie.replace('tg=', ''))
  }
  const isIn = (hash: string) =>
    world.inside(
      async (tx) => (await touchSession(tx, { idHash: hash, now, isDemo: false })) !== null,
    )
  const before = await signIn()
  expect(await isIn(before)).toBe(true)
  await stop()
  expect(await isIn(before)).toBe(false)
  expect(await isIn(await signIn())).toBe(false)

  const input = { userId: userId(), version: await version(), reason: 'back' }
  await world.as(office, (ctx) => restartAccount(ctx, input))
  await expect(world.as(office, (ctx) => restartAccount(ctx, input))).rejects.toBeInstanceOf(
    Conflict,
  )
  // What ended stays ended; a new session begins.
  expect(await isIn(before)).toBe(false)
  expect(await isIn(await signIn())).toBe(true)
  const entries = await world.inside((tx) =>
    tx.select().from(auditEntries).where(eq(auditEntries.objectId, userId())),
  )
  expect(entries.map(({ action, reason }) => [action, reason])).toEqual([
    ['account.stopped', 'left'],
    ['account.restarted', 'back'],
  ])
})

test('only the office stops accounts, and nobody their own', async () => {
  await expect(stop(world.mentor)).rejects.toBeInstanceOf(Forbidden)
  await expect(stop(world.lead)).rejects.toBeInstanceOf(NotFound)
  await expect(stop(office, office.userId ?? '')).rejects.toBeInstanceOf(Forbidden)
})

test('the office finds an account by a part of its name or address', async () => {
  const [known] = await world.inside((tx) => tx.select().from(users).where(eq(users.id, userId())))
  const found = (words: string) => world.as(office, (ctx) => listUsers(ctx, words))
  const [part = ''] = known?.email.split('@') ?? []
  expect((await found(part.toUpperCase())).map(({ id }) => id)).toEqual([userId()])
  expect(await found('%')).toEqual([])
  expect((await found('')).length).toBeGreaterThan(5)
})
