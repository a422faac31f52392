import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { approve, giveConsent, secondApprove } from '#app/features/introductions/commands.server.ts'
import { reassessKeys } from '#app/features/introductions/reassess.server.ts'
import { showInterest } from '#app/features/introductions/propose.server.ts'
import { enrol, makeProgramme, makeUser } from '#db/factories/index.ts'
import { introductions } from '#db/schema/introductions.ts'
import { actorOf, makeWorld, type World } from '#tests/support/world.ts'

let world: World
let introductionId: string

beforeAll(async () => {
  world = await makeWorld()
  await world.inside(async (tx) => {
    const programme = await makeProgramme(tx, {
      secondApprover: 'everyone',
      recordsRestrictions: false,
    })
    await enrol(tx, { candidateId: world.candidateId, programmeId: programme.id })
  })
  introductionId = await world.as(world.candidate, (ctx) =>
    showInterest(ctx, { opportunityId: world.opportunityId }),
  )
})
afterAll(() => world.close())

const stateOf = () =>
  world.inside(async (tx) => {
    const [row] = await tx.select().from(introductions).where(eq(introductions.id, introductionId))
    return row
  })

test('a programme may ask for a second approval for everybody, whatever their age', async () => {
  expect(await stateOf()).toMatchObject({ needsSecond: true })
  const key = { introductionId, textHash: world.textHash }
  await world.as(world.candidate, (ctx) => giveConsent(ctx, key))
  await world.as(world.mentor, (ctx) => approve(ctx, key))
  expect(await stateOf()).toMatchObject({ state: 'proposed', firstReleasedAt: null })
})

test('correcting the person’s details does not take it away', async () => {
  const { candidateId } = world
  const born = '1990-05-17'
  const { id } = await world.inside((tx) => makeUser(tx))
  await world.as(actorOf('coordinator', id), (ctx) =>
    reassessKeys(ctx, { candidateId, isOnLicence: false, born }),
  )
  expect(await stateOf()).toMatchObject({ needsSecond: true, approvalBy: world.mentor.userId })
})

test('and the database does not believe the row where it says otherwise', async () => {
  const release = world.inside((tx) =>
    tx.execute(sql`update introductions set needs_second = false, first_released_at = now(),
      state = 'introduced', version = version + 1 where id = ${introductionId}`),
  )
  await expect(release).rejects.toMatchObject({
    cause: { message: 'the second approval is missing' },
  })
})

test('with it the words are released', async () => {
  await world.as(world.lead, (ctx) =>
    secondApprove(ctx, { introductionId, textHash: world.textHash }),
  )
  expect(await stateOf()).toMatchObject({ state: 'introduced' })
})
