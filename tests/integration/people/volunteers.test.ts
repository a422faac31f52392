import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inviteUser } from '#app/features/accounts/invite.server.ts'
import { makeGrant, makeUser } from '#db/factories/index.ts'
import { mentors } from '#db/schema/accounts.ts'
import { actorOf, makeWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

test.each([
  [true, 'Wilf'],
  [false, 'Wilf  Cobbold'],
])('of a mentor whose being a volunteer is %s, others read “%s”', async (isVolunteer, shown) => {
  const office = await world.inside(async (tx) => {
    const { id } = await makeUser(tx)
    await makeGrant(tx, { userId: id, role: 'coordinator' })
    return actorOf('coordinator', id)
  })
  const { userId } = await world.as(office, (ctx) =>
    inviteUser(ctx, {
      ...{ email: `wilf-${isVolunteer}@example.test`, name: 'Wilf  Cobbold', role: 'mentor' },
      isInvented: false,
      mentor: { organisation: 'Chaplaincy', workPhone: '01632 960123', isVolunteer },
      tokenHash: isVolunteer ? 'a'.repeat(64) : 'b'.repeat(64),
    }),
  )
  const [mentor] = await world.inside((tx) =>
    tx.select().from(mentors).where(eq(mentors.userId, userId)),
  )
  expect(mentor?.displayName).toBe(shown)
})
