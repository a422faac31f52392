import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { approve, giveConsent } from '#app/features/introductions/commands.server.ts'
import { showInterest } from '#app/features/introductions/propose.server.ts'
import { currentWords } from '#app/features/introductions/words.server.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import * as consentPage from '#app/routes/candidate/introduction-consent.tsx'
import * as own from '#app/routes/candidate/introduction.tsx'
import * as approvePage from '#app/routes/mentor/introduction-approve.tsx'
import * as mentors from '#app/routes/mentor/introduction.tsx'
import { auditEntries } from '#db/schema/audit.ts'
import { candidateIdentities, candidateProfiles } from '#db/schema/candidates.ts'
import { introductions, releasedProfiles } from '#db/schema/introductions.ts'
import { candidateQualifications, candidateStatements } from '#db/schema/profiles.ts'
import { visitsTo } from '#tests/support/visits.ts'
import { hashOf, makeWorld, type World } from '#tests/support/world.ts'

let world: World
let introductionId: string
const worlds: World[] = []
const { get, post } = visitsTo(() => world, {
  'me/introductions/:id': own,
  'me/introductions/:id/consent': consentPage,
  'mentor/introductions/:id': mentors,
  'mentor/introductions/:id/approve': approvePage,
})

beforeEach(async () => {
  world = await makeWorld()
  worlds.push(world)
  const { opportunityId } = world
  introductionId = await world.as(world.candidate, (ctx) => showInterest(ctx, { opportunityId }))
})
afterAll(() => Promise.all(worlds.map((one) => one.close())))

test('words with a number and the name reach nobody, whoever turns a key first', async () => {
  const textHash = await write('I am Zebedee, ring 07700 900123')
  const numbers: unknown = expect.stringContaining('“07700 900123”, a phone number')
  for (const notNames of [[], ['zebedee']])
    await expect(consent(textHash, notNames)).rejects.toMatchObject({
      fieldErrors: { '': [numbers] },
    })
  await expect(approval(textHash, ['zebedee'])).rejects.toMatchObject({
    fieldErrors: { '': [numbers] },
  })
  expect(await find()).toMatchObject({ consentGivenAt: null, approvalGivenAt: null })
})

test.each(['name', 'awardingBody', 'level'] as const)(
  'the %s of a qualification reaches nobody with a number in it',
  async (part) => {
    const line = { name: 'Food hygiene', awardingBody: '', level: '', [part]: 'Ring 07700 900123' }
    await world.inside(async (tx) => {
      await tx.update(candidateProfiles).set({ strengths: 'Cooking', skills: '', experience: '' })
      const { candidateId } = world
      await tx.insert(candidateQualifications).values({ candidateId, ...line })
    })
    await refuseNumber()
  },
)

test('what somebody says in their own words reaches nobody with a number in it', async () => {
  await world.inside(async (tx) => {
    await tx.update(candidateProfiles).set({ strengths: '', skills: '', experience: '' })
    const { candidateId } = world
    await tx.insert(candidateStatements).values({ candidateId, body: 'I cook\n07700 900123' })
  })
  await refuseNumber()
})

test('a word like the name is shared only when both say that it is not meant as one', async () => {
  await rename('Will Fry')
  const textHash = await write('I will work hard')
  await expect(consent(textHash)).rejects.toThrow(Invalid)
  await consent(textHash, ['will'])
  await expect(approval(textHash)).rejects.toThrow(Invalid)
  expect((await approval(textHash, ['will'])).state).toBe('introduced')
  const reasons = await world.inside((tx) =>
    tx
      .select({ reason: auditEntries.reason })
      .from(auditEntries)
      .where(eq(auditEntries.action, 'introduction.approve')),
  )
  expect(reasons).toEqual([{ reason: 'not_a_name' }])
})

test('a name that came after the first key is looked for at the release', async () => {
  const textHash = await write('I work as a fry cook')
  await approval(textHash)
  await rename('Will Fry')
  await expect(consent(textHash, ['fry'])).rejects.toThrow(Conflict)
  expect((await find())?.state).toBe('proposed')
  expect(await world.inside((tx) => tx.select().from(releasedProfiles))).toEqual([])
})

test('the pages say what has to go, and lead to nothing until it has gone', async () => {
  const { candidate, mentor } = world
  const before = await write('Ring 07700 900123')
  const shown = await get(candidate, at('me'))
  expect(shown.text).toContain('“07700 900123”, a phone number')
  expect(shown.text).not.toContain(at('me', '/consent'))
  expect((await get(candidate, at('me', '/consent'))).to).toBe(at('me'))
  // What a page left open sends is refused all the same, and nothing comes of it.
  await post(candidate, at('me', '/consent'), { textHash: before })
  const mentorsPage = await get(mentor, at('mentor'))
  expect(mentorsPage.text).toContain('Nothing in the words gives the name away')
  expect(mentorsPage.text).toContain('Ask them to take this out of their profile')
  expect((await get(mentor, at('mentor', '/approve'))).to).toBe(at('mentor'))
  expect(await find()).toMatchObject({ consentGivenAt: null })

  await write('Cooking')
  expect((await get(candidate, at('me', '/consent'))).text).not.toContain('not meant as your name')
})

test('the forms ask about a word that looks like the name', async () => {
  const { candidate, mentor } = world
  await rename('Hope Fry')
  const textHash = await write('I hope to learn')
  const asked = await get(candidate, at('me', '/consent'))
  expect(asked.text).toContain('“hope” is not meant as your name here')
  const unticked = await post(candidate, at('me', '/consent'), { textHash })
  expect(unticked.status).toBe(422)
  expect(unticked.text).toContain('Say that “hope” is not meant as your name')
  await post(candidate, at('me', '/consent'), { textHash, notNames: 'hope' })
  expect((await get(mentor, at('mentor', '/approve'))).text).toContain('“hope”, part of a name')
  const approved = await post(mentor, at('mentor', '/approve'), { textHash, notNames: 'hope' })
  expect(approved.to).toBe(at('mentor', '?done=shared'))
  expect((await get(mentor, at('mentor'))).text).toContain('“hope”: approved as not meant')
})

const at = (side: string, rest = '') => `/${side}/introductions/${introductionId}${rest}`

const consent = (textHash: string, notNames: string[] = []) =>
  world.as(world.candidate, (ctx) => giveConsent(ctx, { introductionId, textHash, notNames }))

const approval = (textHash: string, notNames: string[] = []) =>
  world.as(world.mentor, (ctx) => approve(ctx, { introductionId, textHash, notNames }))

/** Neither key is turned for what the profile says today. */
async function refuseNumber() {
  const { candidate, candidateId, mentor } = world
  const refused = {
    fieldErrors: { '': [expect.stringContaining('07700 900123”, a phone number') as unknown] },
  }
  const own = await world.as(candidate, (ctx) => currentWords(ctx, candidateId))
  expect(own.body).toContain('07700 900123')
  const mentors = await world.as(mentor, (ctx) => currentWords(ctx, candidateId))
  expect(mentors.hash).toBe(own.hash)
  await expect(consent(own.hash)).rejects.toMatchObject(refused)
  await expect(approval(own.hash)).rejects.toMatchObject(refused)
}

const find = async () =>
  (
    await world.inside((tx) =>
      tx.select().from(introductions).where(eq(introductions.id, introductionId)),
    )
  )[0]

/** Puts these words into the profile; gives the hash they are agreed to by. */
async function write(strengths: string) {
  await world.inside((tx) => tx.update(candidateProfiles).set({ strengths }))
  return hashOf(`What I am good at\n${strengths}`)
}

const rename = (fullName: string) =>
  world.inside((tx) => tx.update(candidateIdentities).set({ fullName }))
