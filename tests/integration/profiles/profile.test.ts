import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { approve, giveConsent } from '#app/features/introductions/commands.server.ts'
import { getForMentor } from '#app/features/introductions/mentor-view.server.ts'
import { showInterest } from '#app/features/introductions/propose.server.ts'
import { currentWords } from '#app/features/introductions/words.server.ts'
import { getSection } from '#app/features/profiles/get-section.server.ts'
import { ownProfile, profileOnBehalf, sectionOf } from '#app/features/profiles/owner.server.ts'
import { progressOf } from '#app/features/profiles/progress.server.ts'
import { getStatement } from '#app/features/profiles/queries.server.ts'
import { saveSection } from '#app/features/profiles/save-section.server.ts'
import type { SectionName } from '#app/features/profiles/sections.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { Actor } from '#app/platform/context.ts'
import { Invalid, NotFound } from '#app/platform/errors.ts'
import {
  makeAssignment,
  makeCandidate,
  makeGrant,
  makeMentor,
  makeUser,
} from '#db/factories/index.ts'
import { auditEntries } from '#db/schema/audit.ts'
import { releasedProfiles } from '#db/schema/introductions.ts'
import { candidateReleases, keptApart, qualificationPlaces } from '#db/schema/profiles.ts'
import { actorOf, makeWorld, type World } from '#tests/support/world.ts'

let world: World
let volunteer: Actor
let coordinator: Actor

beforeAll(async () => {
  world = await makeWorld()
  await world.inside(async (tx) => {
    const { userId } = await makeMentor(tx, { isVolunteer: true })
    await makeAssignment(tx, {
      candidateId: world.candidateId,
      mentorUserId: userId,
      isCover: true,
    })
    volunteer = actorOf('mentor', userId)
    const user = await makeUser(tx)
    await makeGrant(tx, { userId: user.id, role: 'coordinator' })
    coordinator = actorOf('coordinator', user.id)
  })
})
afterAll(() => world.close())

type Form = Record<string, string | string[]>

/** Sends the form of one page of the profile, as the page would. */
const send = (who: Actor, name: SectionName, form: Form, act = '') =>
  world.as(who, async (ctx) => {
    const owner = await ownerFor(ctx, who)
    const data = new FormData()
    for (const [field, value] of Object.entries(form))
      for (const one of [value].flat()) data.append(field, one)
    return saveSection(ctx, owner, { name: sectionOf(owner, name), act }, (schema, lists) =>
      parseForm(data, schema, lists),
    )
  })

const ownerFor = (ctx: Parameters<typeof ownProfile>[0], who: Actor) =>
  who.role === 'candidate' ? ownProfile(ctx) : profileOnBehalf(ctx, world.candidateId)

const page = <N extends SectionName>(who: Actor, name: N) =>
  world.as(who, async (ctx) => {
    const owner = await ownerFor(ctx, who)
    const section = await getSection(ctx, owner, sectionOf(owner, name), { q: '', change: null })
    return section as Extract<typeof section, { name: N }>
  })

const statementFor = (who: Actor) =>
  world.as(who, async (ctx) => (await getStatement(ctx, world.candidateId)).body)

const entries = (objectType: string) =>
  world.inside((tx) =>
    tx.select().from(auditEntries).where(eq(auditEntries.objectType, objectType)),
  )

const MANY_SCRIPTS = `  O'Neill & <b>Söhne</b>
Dwi'n siarad Cymraeg: ŵ ŷ

أتحدث العربية 123 🙂👨‍👩‍👧 `

test('a statement of 5,000 characters in any script comes back as it was typed', async () => {
  const body = MANY_SCRIPTS.padEnd(5000, 'x')
  expect([...body].length).toBeGreaterThanOrEqual(4990)
  await send(world.candidate, 'statement', { body: body.replaceAll('\n', '\r\n'), version: '0' })
  expect(await statementFor(world.candidate)).toBe(body)
  await send(world.candidate, 'statement', { body: MANY_SCRIPTS, version: '1' })
  expect(await statementFor(world.mentor)).toBe(MANY_SCRIPTS)
})

test('of two saves of one page the second is refused and loses nothing', async () => {
  const both = {
    travel: (modes: string) => ({ modes, maxMinutes: '', earliestLeave: '', latestHome: '' }),
    availability: (limits: string) => ({ limits, needsChildcare: '' }),
  }
  for (const [name, form] of [
    ['travel', both.travel('bus')],
    ['availability', both.availability('term_time')],
  ] as const) {
    await send(world.candidate, name, { ...form, version: '0' })
    await expect(send(world.mentor, name, { ...form, version: '0' })).rejects.toMatchObject({
      fieldErrors: { version: [expect.stringContaining('changed somewhere else')] },
    })
  }
  expect((await page(world.candidate, 'travel')).modes).toEqual(['bus'])
})

test('a qualification is added once however often the button is pressed, changed and taken off', async () => {
  const form = { name: 'Food hygiene', awardingBody: '', level: 'Level 2', place: 'HMP Norwich' }
  await Promise.allSettled(
    Array.from({ length: 5 }, () => send(world.candidate, 'qualifications', form, 'add')),
  )
  const { rows } = await page(world.candidate, 'qualifications')
  expect(rows).toMatchObject([{ name: 'Food hygiene', place: 'HMP Norwich' }])
  const [row] = rows
  const change = { id: row?.id ?? '', version: '1', ...form, name: 'Food safety' }
  await send(world.candidate, 'qualifications', change, 'change')
  await expect(send(world.candidate, 'qualifications', change, 'change')).rejects.toMatchObject({
    fieldErrors: { version: expect.anything() as unknown },
  })
  await send(world.candidate, 'qualifications', { ...form, name: 'Other' }, 'add')
  await expect(
    send(world.candidate, 'qualifications', { ...change, version: '2', name: 'Other' }, 'change'),
  ).rejects.toMatchObject({ fieldErrors: { name: ['This is in the list already'] } })
  const other = (await page(world.candidate, 'qualifications')).rows[1]
  await send(world.candidate, 'qualifications', { id: other?.id ?? '' }, 'remove')
  expect((await page(world.candidate, 'qualifications')).rows).toHaveLength(1)
  expect((await entries('candidate_qualification')).map(({ action }) => action)).toEqual([
    'candidate_qualification.add',
    'candidate_qualification.change',
    'candidate_qualification.add',
    'candidate_qualification.remove',
  ])
})

test('where it was gained is theirs alone: no mentor, office or employer reads it, and a mentor’s save leaves it', async () => {
  for (const who of [world.mentor, volunteer, coordinator, world.employer])
    expect(await world.as(who, ({ db }) => db.select().from(qualificationPlaces))).toEqual([])
  const { rows, asksPlace } = await page(world.mentor, 'qualifications')
  expect([asksPlace, rows[0]?.place]).toEqual([false, ''])
  const form = { id: rows[0]?.id ?? '', version: '2', name: 'Food hygiene', level: 'Level 2' }
  await expect(
    send(world.mentor, 'qualifications', { ...form, place: 'Elsewhere' }, 'change'),
  ).rejects.toBeInstanceOf(Invalid)
  await send(world.mentor, 'qualifications', form, 'change')
  expect((await page(world.candidate, 'qualifications')).rows[0]).toMatchObject({
    name: 'Food hygiene',
    place: 'HMP Norwich',
  })
})

test('who wrote it on somebody’s behalf is kept', async () => {
  const [entry] = (await entries('candidate_qualification')).slice(-1)
  expect(entry).toMatchObject({ actorUserId: world.mentor.userId, actorRole: 'mentor' })
  expect((await entries('candidate_statement'))[0]).toMatchObject({ actorRole: 'candidate' })
})

test('an expected release is for the person, their mentor and the office; the words say nothing of it', async () => {
  const before = await world.as(world.candidate, (ctx) => currentWords(ctx, world.candidateId))
  const { version } = await page(world.candidate, 'start')
  const day = { day: '5', month: '3', year: '2031' }
  const boxes = Object.fromEntries(
    Object.entries(day).map(([part, typed]) => [`expectedRelease-${part}`, typed]),
  )
  await send(world.candidate, 'start', {
    way: 'after_release',
    ...boxes,
    version: String(version),
  })
  const read = (who: Actor) => world.as(who, ({ db }) => db.select().from(candidateReleases))
  for (const who of [world.candidate, world.mentor, coordinator])
    expect(await read(who)).toMatchObject([{ expectedOn: '2031-03-05' }])
  for (const who of [world.employer, world.otherEmployer, world.stranger])
    expect(await read(who)).toEqual([])
  const after = await world.as(world.candidate, (ctx) => currentWords(ctx, world.candidateId))
  expect(after).toEqual(before)
})

test('what an employer is given is the new words, without the place, the way there or childcare', async () => {
  await send(world.candidate, 'availability', {
    'from-1': '9am',
    'until-1': '3pm',
    limits: ['school_hours'],
    needsChildcare: 'yes',
    version: '1',
  })
  const id = await world.as(world.candidate, (ctx) =>
    showInterest(ctx, { opportunityId: world.opportunityId }),
  )
  const { hash } = await world.as(world.candidate, (ctx) => currentWords(ctx, world.candidateId))
  const key = { introductionId: id, textHash: hash }
  await world.as(world.candidate, (ctx) => giveConsent(ctx, key))
  // Changed after the yes: the yes was for the words before.
  await send(world.candidate, 'skills', { body: 'Something newer', version: '1' })
  await world.as(world.mentor, (ctx) => approve(ctx, key))
  const [given] = await world.as(world.employer, ({ db }) => db.select().from(releasedProfiles))
  expect(given?.body).toBe(
    [
      'What I am good at\nCanarywordstrength',
      'Tickets and qualifications\nFood hygiene, Level 2',
      `In my own words\n${MANY_SCRIPTS}`,
      'When I can work\nMonday: 9am to 3pm\nOnly during school hours',
    ].join('\n\n'),
  )
})

test('a page says what is done, and a volunteer has no page of what they may not see', async () => {
  const progress = await world.as(world.candidate, async (ctx) =>
    progressOf(ctx, await ownProfile(ctx)),
  )
  expect(Object.fromEntries(progress.map(({ name, progress: one }) => [name, one]))).toEqual({
    strengths: { isDone: true },
    skills: { isDone: true },
    qualifications: { isDone: true },
    experience: { isDone: false },
    statement: { isDone: true },
    wishes: { isDone: false },
    availability: { isDone: true },
    travel: { isDone: true },
    start: { isDone: true },
    hidden: { says: 'None' },
    apart: { says: 'None' },
    pause: { says: 'Not paused' },
  })
  for (const name of ['hidden', 'apart'] as const) {
    await expect(page(volunteer, name)).rejects.toBeInstanceOf(NotFound)
    await expect(send(volunteer, name, { who: 'Sam' }, 'add')).rejects.toBeInstanceOf(NotFound)
  }
  await expect(page(world.stranger, 'strengths')).rejects.toBeInstanceOf(NotFound)
})

test('what somebody is kept apart from is read by few, and warns every mentor in neutral words', async () => {
  await send(world.candidate, 'apart', { who: 'sample bakery' }, 'add')
  await send(world.candidate, 'apart', { who: 'sample bakery' }, 'add')
  const read = (who: Actor) => world.as(who, ({ db }) => db.select().from(keptApart))
  for (const who of [world.candidate, world.mentor, coordinator])
    expect(await read(who)).toMatchObject([{ who: 'sample bakery' }])
  for (const who of [volunteer, world.stranger, world.employer, world.otherEmployer])
    expect(await read(who)).toEqual([])
  const [introduction] = await world.as(world.mentor, ({ db }) =>
    db.query.introductions.findMany({ columns: { id: true } }),
  )
  const warned = async (who: Actor) =>
    (await world.as(who, (ctx) => getForMentor(ctx, introduction?.id))).mayTouchKeptApart
  expect([await warned(world.mentor), await warned(volunteer)]).toEqual([true, true])
  const { rows } = await page(world.candidate, 'apart')
  await send(world.candidate, 'apart', { id: rows[0]?.id ?? '' }, 'remove')
  expect(await warned(world.mentor)).toBe(false)
})

test('nobody writes a place onto a qualification of somebody else', async () => {
  const other = await world.inside(async (tx) => {
    const user = await makeUser(tx)
    await makeGrant(tx, { userId: user.id, role: 'candidate' })
    const { id } = await makeCandidate(tx, { userId: user.id })
    return { id, actor: actorOf('candidate', user.id) }
  })
  const { rows } = await page(world.candidate, 'qualifications')
  await world.inside((tx) => tx.delete(qualificationPlaces))
  await expect(
    world.as(other.actor, ({ db }) =>
      db.insert(qualificationPlaces).values({
        qualificationId: rows[0]?.id ?? '',
        candidateId: other.id,
        place: 'Elsewhere',
      }),
    ),
  ).rejects.toMatchObject({ cause: { code: '42501' } })
})
