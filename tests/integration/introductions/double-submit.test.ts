import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { londonDay } from '#app/platform/clock.ts'
import type { Actor } from '#app/platform/context.ts'
import { makeOpportunity } from '#db/factories/index.ts'
import { auditEntries } from '#db/schema/audit.ts'
import { introductions, releasedNames, releasedProfiles } from '#db/schema/introductions.ts'
import { opportunities } from '#db/schema/opportunities.ts'
import { cookieFor } from '#tests/support/session.ts'
import { openBrowser, startTestWeb, type TestWeb } from '#tests/support/web.ts'
import { makeWorld, type World } from '#tests/support/world.ts'

/** How often the same form is sent at once. */
const TIMES = 20

let world: World
let web: TestWeb
const cookies = new Map<Actor, string>()

beforeAll(async () => {
  const year = new Date().getUTCFullYear() - 17
  world = await makeWorld({ onLicence: true, dateOfBirth: `${year}-01-01` })
  web = await startTestWeb({ clock: world.clock, database: world.database })
  for (const actor of [world.candidate, world.mentor, world.lead, world.employer])
    cookies.set(actor, await cookieOf(world, actor))
}, 180_000)
afterAll(async () => {
  await web.stop()
  await world.close()
})

const browserOf = (actor: Actor) => openBrowser(web, cookies.get(actor))

/** Sends one form twenty times at once, from each of these people in turn. */
async function sendAtOnce(people: Actor[], path: string, fields: Record<string, string> = {}) {
  const answers = await Promise.all(
    Array.from({ length: TIMES }, async (_, n) => {
      const response = await browserOf(people[n % people.length] as Actor).post(path, fields)
      const to = response.headers.get('location') ?? ''
      return { status: response.status, to, text: await response.text() }
    }),
  )
  return {
    done: answers.filter(({ status }) => status === 303),
    others: answers.filter(({ status }) => status !== 303),
  }
}

const side = (actor: Actor) =>
  ({ candidate: 'me', mentor: 'mentor', employer: 'employer' })[actor.role as 'mentor']

/** The act happens once; everybody else is told where the introduction stands. */
async function expectOnce(
  id: string,
  [people, step, event, fields]: [Actor[], string, string, Record<string, string>?],
  told: RegExp,
) {
  const [one] = people as [Actor]
  const { done, others } = await sendAtOnce(
    people,
    `/${side(one)}/introductions/${id}/${step}`,
    fields,
  )
  expect(done, step).toHaveLength(1)
  for (const { status, text } of others) {
    expect(`${step}: ${status}`).toBe(`${step}: 409`)
    expect(text).toMatch(told)
  }
  const entries = await world.inside((tx) =>
    tx
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.objectId, id), eq(auditEntries.action, `introduction.${event}`))),
  )
  expect(entries, step).toHaveLength(1)
  const page = await browserOf(one).get(done[0]?.to ?? '')
  expect(page.status).toBe(200)
}

/** A new opening, and the interest of the world's candidate in it, said twenty times at once. */
async function interested() {
  const opening = await world.inside((tx) =>
    makeOpportunity(tx, { employerId: world.employerId, places: 2 }),
  )
  const { done, others } = await sendAtOnce([world.candidate], `/openings/${opening.id}/interest`)
  expect(others).toEqual([])
  const ids = new Set(done.map(({ to }) => /introductions\/([\w-]+)/.exec(to)?.[1]))
  const rows = await world.inside((tx) =>
    tx.select().from(introductions).where(eq(introductions.opportunityId, opening.id)),
  )
  expect([...ids]).toEqual(rows.map(({ id }) => id))
  return { id: rows[0]?.id ?? '', opportunityId: opening.id }
}

const stands = /Where it stands: /

test('every step of the way, sent twenty times at once, happens once', async () => {
  const { candidate, mentor, lead, employer, textHash } = world
  const { id, opportunityId } = await interested()
  const [year = '', month = '', day = ''] = londonDay(world.clock.now()).split('-')
  const on = (name: string) => ({
    ...{ [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year },
  })
  await expectOnce(
    id,
    [[candidate], 'consent', 'give_consent', { textHash }],
    /You have said yes to these words already/,
  )
  await expectOnce(
    id,
    [
      [mentor, lead],
      'record-approval',
      'record_officer',
      { officerName: 'Pat', ...on('approvedOn') },
    ],
    /on record already/,
  )
  await expectOnce(
    id,
    [[mentor], 'approve', 'approve', { textHash }],
    /approved already. Somebody else’s yes is still missing/,
  )
  await expectOnce(id, [[lead], 'second', 'second_approve', { textHash }], stands)
  await expectOnce(id, [[employer], 'meet', 'meet'], stands)
  await expectOnce(id, [[employer], 'offer', 'offer'], stands)
  await expectOnce(id, [[candidate], 'accept', 'accept_offer'], stands)
  await expectOnce(id, [[employer], 'start', 'record_start', on('startedOn')], stands)
  await expectOnce(
    id,
    [[mentor, lead], 'confirm-start', 'confirm_start'],
    /This start is confirmed already/,
  )

  const left = await world.inside(async (tx) => ({
    opening: await tx.select().from(opportunities).where(eq(opportunities.id, opportunityId)),
    profiles: await tx
      .select()
      .from(releasedProfiles)
      .where(eq(releasedProfiles.introductionId, id)),
    names: await tx.select().from(releasedNames).where(eq(releasedNames.introductionId, id)),
  }))
  expect(left.opening[0]?.placesTaken).toBe(1)
  expect([left.profiles.length, left.names.length]).toEqual([1, 1])
})

test('a mentor and their cover who approve at once approve once', async () => {
  const adult = await makeWorld()
  const other = await startTestWeb({ clock: adult.clock, database: adult.database })
  try {
    const { candidate, mentor, lead, opportunityId, textHash } = adult
    const post = async (actor: Actor, path: string, fields: Record<string, string> = {}) =>
      openBrowser(other, await cookieOf(adult, actor)).post(path, fields)
    const shown = await post(candidate, `/openings/${opportunityId}/interest`)
    const id = /introductions\/([\w-]+)/.exec(shown.headers.get('location') ?? '')?.[1] ?? ''
    const answers = await Promise.all(
      Array.from({ length: TIMES }, (_, n) =>
        post(n % 2 === 0 ? mentor : lead, `/mentor/introductions/${id}/approve`, { textHash }),
      ),
    )
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses).toEqual([303, ...Array<number>(TIMES - 1).fill(409)])
  } finally {
    await other.stop()
    await adult.close()
  }
})

test('every way out, sent twenty times at once, is taken once', async () => {
  const { candidate, mentor, lead, employer, textHash } = world
  const refused = await interested()
  await expectOnce(refused.id, [[mentor, lead], 'refuse', 'refuse', { reason: 'other' }], stands)

  const withdrawn = await interested()
  await expectOnce(withdrawn.id, [[candidate], 'withdraw', 'withdraw'], stands)

  const answered = await interested()
  const revoked = await interested()
  const declined = await interested()
  const post = (actor: Actor, id: string, step: string, fields: Record<string, string> = {}) =>
    browserOf(actor).post(`/${side(actor)}/introductions/${id}/${step}`, fields)
  const today = londonDay(world.clock.now()).split('-')
  const officer = {
    ...{ officerName: 'Pat', 'approvedOn-year': today[0] ?? '' },
    ...{ 'approvedOn-month': today[1] ?? '', 'approvedOn-day': today[2] ?? '' },
  }
  for (const { id } of [answered, revoked, declined]) {
    await post(candidate, id, 'consent', { textHash })
    await post(mentor, id, 'record-approval', officer)
    await post(mentor, id, 'approve', { textHash })
    expect((await post(lead, id, 'second', { textHash })).status).toBe(303)
  }
  await expectOnce(
    answered.id,
    [[employer], 'not-this-time', 'not_this_time', { reason: 'hours' }],
    stands,
  )
  await expectOnce(revoked.id, [[mentor, lead], 'revoke', 'withdraw'], stands)
  await post(employer, declined.id, 'meet')
  await post(employer, declined.id, 'offer')
  await expectOnce(declined.id, [[candidate], 'decline-offer', 'decline_offer'], stands)
})

const cookieOf = ({ inside, clock }: World, { userId }: Actor) =>
  inside((tx) => cookieFor(tx, userId ?? '', clock.now()))
