import { afterAll, beforeAll, expect, test } from 'vitest'
import { getMyData } from '#app/features/candidates/my-data.server.ts'
import { getForOffice } from '#app/features/candidates/queries.server.ts'
import { saveStatement } from '#app/features/disclosure/statement.server.ts'
import { giveConsent } from '#app/features/introductions/commands.server.ts'
import { showInterest } from '#app/features/introductions/propose.server.ts'
import { currentWords } from '#app/features/introductions/words.server.ts'
import { addKeptApart, hideFrom } from '#app/features/profiles/commands.server.ts'
import { getCv } from '#app/features/profiles/cv.server.ts'
import { addQualification } from '#app/features/profiles/qualifications.server.ts'
import { addRestriction } from '#app/features/restrictions/commands.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { enrol, makeGrant, makeProgramme, makeUser } from '#db/factories/index.ts'
import { candidateReleases } from '#db/schema/profiles.ts'
import { ask } from '#tests/support/ask.ts'
import { restrictionForm } from '#tests/support/restriction.ts'
import { cookieFor } from '#tests/support/session.ts'
import { startTestWeb } from '#tests/support/web.ts'
import { actorOf, makeWorld, populate, type World } from '#tests/support/world.ts'

let world: World

beforeAll(async () => {
  world = await makeWorld({ onLicence: true })
  await world.inside(async (tx) => {
    const programme = await makeProgramme(tx, { name: 'Rescue Rehab, HMP Norwich' })
    await enrol(tx, { candidateId: world.candidateId, programmeId: programme.id })
    await tx
      .insert(candidateReleases)
      .values({ candidateId: world.candidateId, expectedOn: '2031-03-05' })
    const office = await makeUser(tx)
    await makeGrant(tx, { userId: office.id, role: 'coordinator' })
    return office.id
  })
  await world.as(world.candidate, async (ctx) => {
    const ticket = { name: 'Barbering', level: 'Level 2', awardingBody: 'City & Guilds' }
    const day = { 'gainedOn-day': '27', 'gainedOn-month': '3', 'gainedOn-year': '2024' }
    await addQualification(ctx, world.candidateId, { ...ticket, ...day, place: 'HMP Norwich' })
    await addKeptApart(ctx, world.candidateId, { who: 'Uncle Canary' })
    await hideFrom(ctx, world.candidateId, world.employerId)
    const words = { words: 'Wrenfathom', share: 'no', version: 0 } as const
    await saveStatement(ctx, { candidateId: world.candidateId, ...words })
  })
  await world.as(world.mentor, (ctx) =>
    addRestriction(ctx, { candidateId: world.candidateId, form: restrictionForm() }),
  )
})
afterAll(() => world.close())

test('Rescue Rehab: a qualification strengthens a CV that does not say prison', async () => {
  for (const who of [world.candidate, world.mentor]) {
    const cv = await world.as(who, (ctx) => getCv(ctx, world.candidateId))
    expect(cv.title).toBe('Zebedee Quillfeather')
    expect(cv.parts).toContainEqual({
      heading: 'Tickets and qualifications',
      lines: ['Barbering, Level 2, City & Guilds, 27 March 2024'],
    })
    expect(JSON.stringify(cv)).not.toMatch(/HMP|prison|Rescue|licen[cs]e|release|2031|Uncle/i)
  }
  for (const who of [world.stranger, world.employer])
    await expect(world.as(who, (ctx) => getCv(ctx, world.candidateId))).rejects.toBeInstanceOf(
      NotFound,
    )
})

test('everything held is in one paper, with the words of each yes and who saw what', async () => {
  const opening = await world.inside(async (tx) => populate(tx, {}))
  const { hash } = await world.as(world.candidate, async (ctx) => {
    const introductionId = await showInterest(ctx, { opportunityId: opening.opportunityId })
    const words = await currentWords(ctx, world.candidateId)
    await giveConsent(ctx, { introductionId, textHash: words.hash })
    return words
  })
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  const office = await world.inside(async (tx) => {
    const user = await makeUser(tx)
    await makeGrant(tx, { userId: user.id, role: 'coordinator' })
    return actorOf('coordinator', user.id)
  })
  await world.as(office, (ctx) => getForOffice(ctx, world.candidateId))
  const paper = await world.as(world.candidate, getMyData)
  const text = JSON.stringify(paper)
  for (const held of [
    'Zebedee Quillfeather',
    'Rescue Rehab, HMP Norwich',
    'where I got it, for me alone: HMP Norwich',
    'After a release, expected on 5 March 2031',
    'Uncle Canary',
    'Sample Bakery',
    'Canarywordstrength',
    'On licence',
    'Morgan Mentor',
    'The office: Your record',
    'I said yes on',
    'My past, in my own words',
    'Wrenfathom',
    'looked at again on 5 March 2099',
  ])
    expect(text).toContain(held)
  expect(paper.parts.map(({ heading }) => heading)).toContainEqual(
    expect.stringMatching(/^Words kept on /),
  )
  for (const who of [world.mentor, world.employer, office])
    await expect(world.as(who, getMyData)).rejects.toBeInstanceOf(NotFound)
})

test('both are files for the person alone', async () => {
  const web = await startTestWeb({})
  try {
    const cookies = await web.asSystem(async (tx) => {
      const { candidate, mentor } = await populate(tx, {})
      const now = new Date()
      const cookie = (userId: string | null) => cookieFor(tx, userId ?? '', now)
      return { candidate: await cookie(candidate.userId), mentor: await cookie(mentor.userId) }
    })
    for (const path of ['/me/cv.pdf', '/me/data.pdf']) {
      const answer = await ask(web.url, { path, cookie: cookies.candidate })
      expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
      expect(answer.headers['cache-control']).toContain('no-store')
      expect(answer.headers['content-disposition']).not.toMatch(/Quillfeather/)
      expect((await ask(web.url, { path, cookie: cookies.mentor })).status).toBe(404)
      expect((await ask(web.url, { path })).status).toBe(302)
    }
  } finally {
    await web.stop()
  }
})
