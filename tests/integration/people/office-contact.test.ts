import { afterAll, beforeAll, expect, test } from 'vitest'
import { officeContact } from '#app/features/office/contact.server.ts'
import { readSettings } from '#app/platform/env.server.ts'
import { users } from '#db/schema/accounts.ts'
import { makeWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

const told = (env: Record<string, string>) =>
  world.as(world.employer, (ctx) => officeContact(ctx, readSettings(env, false)))
const SMTP_URL = 'smtp://localhost:25'

test('what is set is told, in a demo as well', async () => {
  const env = { SMTP_URL, OFFICE_PHONE: '01632 960123' }
  const set = { email: null, phone: '01632 960123' }
  expect(await told(env)).toEqual(set)
  expect(await told({ ...env, DEMO: '1' })).toEqual(set)
})

test('an invented office is told of as long as everybody is invented, and never to real people', async () => {
  const nothing = { email: null, phone: null }
  expect(await told({ SMTP_URL })).toEqual(nothing)
  expect(await told({ DEMO: '1' })).toEqual(nothing)
  await world.inside((tx) => tx.update(users).set({ isInvented: true }))
  expect(await told({ DEMO: '1' })).toEqual({
    email: 'office@demo.example',
    phone: '01632 960990',
  })
  expect(await told({ SMTP_URL })).toEqual(nothing)
})
