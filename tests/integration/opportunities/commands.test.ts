import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { approve } from '#app/features/opportunities/approve.server.ts'
import { close } from '#app/features/opportunities/close.server.ts'
import { createDraft } from '#app/features/opportunities/create-draft.server.ts'
import { deleteDraft } from '#app/features/opportunities/delete-draft.server.ts'
import { StaleReading } from '#app/features/opportunities/move.server.ts'
import { draftById, ownOpenings, reviewItem } from '#app/features/opportunities/queries.server.ts'
import { reopen } from '#app/features/opportunities/reopen.server.ts'
import { returnWithNotes } from '#app/features/opportunities/return-with-notes.server.ts'
import { saveSection, StaleSave } from '#app/features/opportunities/save-section.server.ts'
import { submit } from '#app/features/opportunities/submit.server.ts'
import type { FormAnswers } from '#app/features/opportunities/answers.ts'
import { hasHours, sectionNames } from '#app/features/opportunities/fields.ts'
import type { SectionName } from '#app/features/opportunities/fields.ts'
import { kinds } from '#app/features/opportunities/vocabulary.ts'
import type { Kind } from '#app/features/opportunities/vocabulary.ts'
import type { Actor, Context } from '#app/platform/context.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/errors.ts'
import { makeEmployer, makeOpportunity } from '#db/factories/index.ts'
import { auditEntries } from '#db/schema/audit.ts'
import { opportunities } from '#db/schema/opportunities.ts'
import { employerActor, openDatabase, person } from './support.ts'

let setup: Awaited<ReturnType<typeof openDatabase>>
let employer: Actor
const office = person('coordinator')

beforeAll(async () => {
  setup = await openDatabase()
})
afterAll(() => setup.close())
beforeEach(async () => {
  employer = employerActor((await setup.asSystem(({ db }) => makeEmployer(db))).id)
})

const common: Record<Exclude<SectionName, 'details'>, FormAnswers> = {
  about: { title: 'Pot washer', summary: 'Wash pots.', sector: 'hospitality_catering' },
  where: { isRemote: 'false', outcodes: 'nr1, NR2 4AB', town: '' },
  when: {
    hours: ['part_time', 'weekends'],
    places: '2',
    'closesOn-day': '15',
    'closesOn-month': '1',
    'closesOn-year': '2027',
  },
  who: { audience: 'anyone', minAge: '16', stance: 'open', dbsLevel: 'none', dbsBasis: '' },
}
const day = (name: string, d: string) => ({
  [`${name}-day`]: d,
  [`${name}-month`]: '2',
  [`${name}-year`]: '2027',
})
const details: Record<Kind, FormAnswers> = {
  job: {
    payMinPence: '12.71',
    payMaxPence: '',
    payPeriod: 'hour',
    hoursPerWeek: '16',
    contract: 'permanent',
  },
  bursary: { amountPence: '£500', forWhat: 'Tools', evidence: 'A receipt' },
  training: { awardingBody: 'City & Guilds', courseHours: '30', costPence: '0', certificate: 'L2' },
  work_experience: {
    ...day('startsOn', '1'),
    ...day('endsOn', '5'),
    supervisor: 'Head chef',
    isInsured: 'true',
    isPaid: 'false',
  },
  interview_experience: { ...day('interviewOn', '9'), format: 'in_person', feedback: 'both' },
}

async function finishedDraft(kind: Kind = 'job', who = employer) {
  const id = await setup.as(who, (ctx) => createDraft(ctx, { kind }))
  let version = 1
  for (const section of sectionNames) {
    const { hours, ...when } = common.when
    const byKind = { ...common, when: hasHours(kind) ? { hours, ...when } : when }
    const form = section === 'details' ? details[kind] : byKind[section]
    await setup.as(who, (ctx) => saveSection(ctx, { id, section, version: version++, form }))
  }
  return id
}

const save = (id: string, section: SectionName, version: number, form: FormAnswers) =>
  setup.as(employer, (ctx) => saveSection(ctx, { id, section, version, form }))
const stored = async (id: string) => {
  const [row] = await setup.asSystem(({ db }) =>
    db.select().from(opportunities).where(eq(opportunities.id, id)),
  )
  return row!
}
const auditOf = (id: string) =>
  setup.asSystem(({ db }) =>
    db
      .select({ action: auditEntries.action, version: auditEntries.versionAfter })
      .from(auditEntries)
      .where(and(eq(auditEntries.objectType, 'opportunity'), eq(auditEntries.objectId, id)))
      .orderBy(auditEntries.versionAfter),
  )

/** Approves what is there now, as somebody does who has just read it. */
const approveAsRead = async (ctx: Context, id: string) =>
  approve(ctx, { id, version: (await stored(id)).version })

test.each(kinds.map(({ value }) => value))(
  'an opening of kind %s is drafted page by page, checked and published',
  async (kind) => {
    const id = await finishedDraft(kind)
    await setup.as(employer, (ctx) => submit(ctx, { id }))
    await setup.as(office, (ctx) => approveAsRead(ctx, id))
    const row = await stored(id)
    expect(row).toMatchObject({ state: 'live', town: 'Norwich', outcodes: ['NR1', 'NR2'] })
    expect(row.publishedAt).not.toBeNull()
  },
)

test('each change leaves exactly one audit entry', async () => {
  const id = await finishedDraft()
  await setup.as(employer, (ctx) => submit(ctx, { id }))
  await setup.as(office, (ctx) => approveAsRead(ctx, id))
  await setup.as(employer, (ctx) => close(ctx, { id, reason: 'filled_by_us' }))
  await setup.as(employer, (ctx) => reopen(ctx, { id, closesOn: '2027-06-01' }))
  const actions = (await auditOf(id)).map(({ action, version }) => `${version} ${action}`)
  expect(actions).toEqual([
    '1 opportunity.draft',
    '2 opportunity.save.about',
    '3 opportunity.save.where',
    '4 opportunity.save.when',
    '5 opportunity.save.who',
    '6 opportunity.save.details',
    '7 opportunity.submit',
    '8 opportunity.approve',
    '9 opportunity.close',
    '10 opportunity.reopen',
  ])
})

test('a pending employer drafts but cannot send in', async () => {
  const pending = await setup.asSystem(({ db }) => makeEmployer(db, { approvedAt: null }))
  const who = employerActor(pending.id)
  const id = await finishedDraft('job', who)
  await expect(setup.as(who, (ctx) => submit(ctx, { id }))).rejects.toThrow(/not approved/)
  expect((await stored(id)).state).toBe('draft')
})

test('an unfinished draft cannot be sent in, and is told which pages are missing', async () => {
  const id = await setup.as(employer, (ctx) => createDraft(ctx, { kind: 'job' }))
  await save(id, 'about', 1, common.about)
  const error = await setup.as(employer, (ctx) => submit(ctx, { id })).catch((e: unknown) => e)
  expect(error).toBeInstanceOf(Invalid)
  expect((error as Invalid).fieldErrors['']?.length).toBeGreaterThan(2)
})

test('the office sends it back with a note on the exact answer, and the fix goes in again', async () => {
  const id = await finishedDraft()
  await setup.as(employer, (ctx) => submit(ctx, { id }))
  await setup.as(office, (ctx) =>
    returnWithNotes(ctx, { id, version: 7, notes: [{ field: 'summary', note: 'Say how heavy.' }] }),
  )
  const returned = await setup.as(employer, (ctx) => draftById(ctx, id))
  expect(returned.row.state).toBe('returned')
  const asked = { field: 'summary', section: 'about', note: 'Say how heavy.', before: 'Wash pots.' }
  expect(returned.notes).toMatchObject([{ ...asked, isChanged: false }])
  await save(id, 'about', returned.row.version, { ...common.about, title: 'Pots' })
  const untouched = await setup.as(employer, (ctx) => draftById(ctx, id))
  expect(untouched.notes).toMatchObject([{ ...asked, isChanged: false }])
  await save(id, 'about', untouched.row.version, { ...common.about, summary: 'Up to 10 kg.' })
  const changed = await setup.as(employer, (ctx) => draftById(ctx, id))
  expect(changed.notes).toMatchObject([{ ...asked, isChanged: true }])
  await setup.as(employer, (ctx) => submit(ctx, { id }))
  expect((await setup.as(employer, (ctx) => draftById(ctx, id))).notes).toEqual([])
  const again = await setup.as(office, (ctx) => reviewItem(ctx, id))
  expect(again.notes).toMatchObject([{ ...asked, isChanged: true }])
})

test('a return without a note, or with a note on no answer, is refused', async () => {
  const id = await finishedDraft()
  await setup.as(employer, (ctx) => submit(ctx, { id }))
  for (const notes of [[], [{ field: 'state', note: 'x' }]])
    await expect(
      setup.as(office, (ctx) => returnWithNotes(ctx, { id, version: 7, notes })),
    ).rejects.toBeInstanceOf(Invalid)
  expect((await stored(id)).state).toBe('submitted')
})

test('the office decides on what it has read: not on what was changed and sent in again', async () => {
  const id = await finishedDraft()
  await setup.as(employer, (ctx) => submit(ctx, { id }))
  const read = (await stored(id)).version
  const notes = [{ field: 'title', note: 'Say where.' }]
  await setup.as(office, (ctx) => returnWithNotes(ctx, { id, version: read, notes }))
  await save(id, 'about', read + 1, { ...common.about, title: 'Never read' })
  await setup.as(employer, (ctx) => submit(ctx, { id }))
  for (const decide of [
    (ctx: Context) => approve(ctx, { id, version: read }),
    (ctx: Context) => returnWithNotes(ctx, { id, version: read, notes }),
  ])
    await expect(setup.as(office, decide)).rejects.toBeInstanceOf(StaleReading)
  expect((await stored(id)).state).toBe('submitted')
})

test('what is not on a listed edge is refused with what the state is now', async () => {
  const id = await finishedDraft()
  await expect(setup.as(office, (ctx) => approveAsRead(ctx, id))).rejects.toThrow(/is a draft/)
  await expect(
    setup.as(employer, (ctx) => close(ctx, { id, reason: 'other' })),
  ).rejects.toBeInstanceOf(Conflict)
  await setup.as(employer, (ctx) => submit(ctx, { id }))
  await expect(save(id, 'about', 7, common.about)).rejects.toThrow(/being checked/)
  await expect(setup.as(employer, (ctx) => approveAsRead(ctx, id))).rejects.toBeInstanceOf(
    Forbidden,
  )
})

test('another employer’s draft does not exist', async () => {
  const id = await finishedDraft()
  const other = employerActor((await setup.asSystem(({ db }) => makeEmployer(db))).id)
  await expect(setup.as(other, (ctx) => draftById(ctx, id))).rejects.toBeInstanceOf(NotFound)
  await expect(setup.as(other, (ctx) => submit(ctx, { id }))).rejects.toBeInstanceOf(NotFound)
})

test('a draft can be deleted by its employer, and nothing else, nor by anybody else', async () => {
  const id = await finishedDraft()
  const other = employerActor((await setup.asSystem(({ db }) => makeEmployer(db))).id)
  const remove = (who: Actor, draft: string, version = 6) =>
    setup.as(who, (ctx) => deleteDraft(ctx, { id: draft, version }))
  await expect(remove(other, id)).rejects.toBeInstanceOf(NotFound)
  await expect(remove(office, id)).rejects.toBeInstanceOf(NotFound)
  await expect(remove(employer, id, 5)).rejects.toBeInstanceOf(Conflict)
  await remove(employer, id)
  expect(await stored(id)).toBeUndefined()
  expect((await auditOf(id)).map(({ action }) => action)).toContain('opportunity.delete')

  const sent = await finishedDraft()
  await setup.as(employer, (ctx) => submit(ctx, { id: sent }))
  await expect(remove(employer, sent, 7)).rejects.toBeInstanceOf(Conflict)
  const inSql = setup.as(employer, ({ db }) =>
    db.delete(opportunities).where(eq(opportunities.id, sent)),
  )
  await expect(inSql).rejects.toMatchObject({
    cause: { message: 'only a draft may be deleted' },
  })
})

test('an employer’s list begins with what waits for them', async () => {
  const ids = await setup.asSystem(async ({ db }) => {
    const of = async (more: Partial<typeof opportunities.$inferInsert>) =>
      (await makeOpportunity(db, { employerId: employer.employerId ?? '', ...more })).id
    return {
      closed: await of({ state: 'closed' }),
      live: await of({}),
      past: await of({ closesOn: '2026-11-21' }),
      returned: await of({ state: 'returned', createdAt: new Date('2020-01-01') }),
      submitted: await of({ state: 'submitted' }),
      draft: await of({ state: 'draft' }),
    }
  })
  const { openings } = await setup.as(employer, ownOpenings)
  const { returned, past, draft, submitted, live, closed } = ids
  expect(openings.map(({ id }) => id)).toEqual([returned, past, draft, submitted, live, closed])
})

test('a stale save keeps the first and shows both', async () => {
  const id = await setup.as(employer, (ctx) => createDraft(ctx, { kind: 'job' }))
  await save(id, 'about', 1, { ...common.about, title: 'First' })
  const error = await save(id, 'about', 1, { ...common.about, title: 'Second' }).catch(
    (e: unknown) => e,
  )
  expect(error).toBeInstanceOf(StaleSave)
  expect(error).toMatchObject({
    yours: { title: 'Second' },
    theirs: { title: 'First' },
    version: 2,
  })
  expect((await stored(id)).title).toBe('First')
})

test('two saves at the same moment: one wins, the other is told', async () => {
  const id = await setup.as(employer, (ctx) => createDraft(ctx, { kind: 'job' }))
  const results = await Promise.allSettled([
    save(id, 'about', 1, { ...common.about, title: 'One' }),
    save(id, 'about', 1, { ...common.about, title: 'Two' }),
  ])
  const lost = results.filter((result) => result.status === 'rejected')
  expect(lost).toHaveLength(1)
  expect(lost[0]?.reason).toBeInstanceOf(StaleSave)
  expect((await stored(id)).version).toBe(2)
})

test.each<[string, Kind, SectionName, FormAnswers, string | null]>([
  ['hours of a bursary', 'bursary', 'when', common.when, ''],
  [
    'a bursary of nothing',
    'bursary',
    'details',
    { ...details.bursary, amountPence: '0' },
    'amountPence',
  ],
  [
    'an interview that was',
    'interview_experience',
    'details',
    {
      ...details.interview_experience,
      ...day('interviewOn', '9'),
      'interviewOn-year': '2026',
    },
    'interviewOn',
  ],
  [
    'an interview before the last day',
    'interview_experience',
    'details',
    {
      ...details.interview_experience,
      ...day('interviewOn', '9'),
      'interviewOn-month': '1',
    },
    'interviewOn',
  ],
  [
    'a first day before the last day',
    'work_experience',
    'details',
    {
      ...details.work_experience,
      ...day('startsOn', '9'),
      'startsOn-month': '1',
    },
    'startsOn',
  ],
  [
    'a last day of next winter',
    'job',
    'when',
    { ...common.when, 'closesOn-year': '2028' },
    'closesOn',
  ],
  [
    'a last day after the interview',
    'interview_experience',
    'when',
    {
      places: '1',
      ...day('closesOn', '10'),
    },
    'closesOn',
  ],
  [
    'a last day on that of the interview',
    'interview_experience',
    'when',
    {
      places: '1',
      ...day('closesOn', '9'),
    },
    null,
  ],
])('impossible: %s', async (_, kind, section, form, field) => {
  const id = await finishedDraft(kind)
  const error = await save(id, section, 6, form).catch((e: unknown) => e)
  if (field === null) return expect(error).toBeUndefined()
  expect(error).toBeInstanceOf(Invalid)
  expect(Object.keys((error as Invalid).fieldErrors)).toEqual([field])
})

test('a reason that the answer beside it does not use is not dropped without a word', async () => {
  const id = await finishedDraft()
  const form = { ...common.who, 'exclusion-driving': 'They drive our van' }
  const error = await save(id, 'who', 6, form).catch((e: unknown) => e)
  expect((error as Invalid).fieldErrors.stance?.[0]).toContain('You gave a reason')
  await save(id, 'who', 6, { ...form, stance: 'exclusions' })
  expect((await stored(id)).exclusions).toEqual([{ code: 'driving', reason: 'They drive our van' }])
})

test('the reason for a check goes when the check does', async () => {
  const id = await finishedDraft()
  await save(id, 'who', 6, { ...common.who, dbsLevel: 'enhanced', dbsBasis: 'Care of children' })
  expect((await stored(id)).dbsBasis).toBe('Care of children')
  await save(id, 'who', 7, { ...common.who, dbsLevel: 'basic', dbsBasis: 'Care of children' })
  expect((await stored(id)).dbsBasis).toBeNull()
})

test('an opening is opened again for a day that still lies ahead only', async () => {
  const id = await finishedDraft('interview_experience')
  await setup.as(employer, (ctx) => submit(ctx, { id }))
  await setup.as(office, (ctx) => approveAsRead(ctx, id))
  await setup.as(employer, (ctx) => close(ctx, { id, reason: 'other' }))
  const again = (closesOn: string) => setup.as(employer, (ctx) => reopen(ctx, { id, closesOn }))
  for (const closesOn of ['2026-11-21', '2027-02-10', '2028-01-01'])
    await expect(again(closesOn)).rejects.toBeInstanceOf(Invalid)
  await again('2027-02-09')
})

test.each<[SectionName, FormAnswers, string]>([
  ['about', { ...common.about, title: '' }, 'title'],
  ['about', { ...common.about, state: 'live' }, ''],
  ['where', { isRemote: 'false', outcodes: '', town: '' }, 'outcodes'],
  ['where', { isRemote: 'false', outcodes: 'ZZ99', town: '' }, 'outcodes'],
  ['when', { ...common.when, 'closesOn-year': '2020' }, 'closesOn'],
  ['when', { ...common.when, 'closesOn-day': '31', 'closesOn-month': '2' }, 'closesOn'],
  ['when', { ...common.when, hours: [] }, 'hours'],
  ['who', { ...common.who, dbsLevel: 'enhanced' }, 'dbsBasis'],
  ['who', { ...common.who, stance: 'exclusions' }, 'stance'],
  ['details', { ...details.job, payMinPence: 'lots' }, 'payMinPence'],
])('page %s refuses a wrong answer (%j) beside its field', async (section, form, field) => {
  const id = await setup.as(employer, (ctx) => createDraft(ctx, { kind: 'job' }))
  const error = await save(id, section, 1, form).catch((e: unknown) => e)
  expect(error).toBeInstanceOf(Invalid)
  expect(Object.keys((error as Invalid).fieldErrors)).toContain(field)
})
