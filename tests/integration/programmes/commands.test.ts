import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enrolCandidate } from '#app/features/candidates/commands.server.ts'
import { enrolSchema } from '#app/features/candidates/schema.ts'
import { addDistrict, saveDistrict } from '#app/features/districts/commands.server.ts'
import { listDistricts } from '#app/features/districts/queries.server.ts'
import { districtSchema, newDistrictSchema } from '#app/features/districts/schema.ts'
import { addOrganisation } from '#app/features/organisations/commands.server.ts'
import { listOrganisations } from '#app/features/organisations/queries.server.ts'
import {
  closeProgramme,
  createProgramme,
  reopenProgramme,
  saveAbout,
  saveLaw,
  savePeople,
} from '#app/features/programmes/commands.server.ts'
import {
  addMetric,
  enterValue,
  saveMetric,
  takeBackValue,
} from '#app/features/programmes/metrics.server.ts'
import {
  addArea,
  addFunding,
  addSource,
  endArea,
  saveFunding,
} from '#app/features/programmes/parts.server.ts'
import {
  getForOffice,
  getPublic,
  listOpenProgrammes,
  listPublic,
} from '#app/features/programmes/queries.server.ts'
import * as schemas from '#app/features/programmes/schema.ts'
import { system } from '#app/platform/context.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { auditEntries } from '#db/schema/audit.ts'
import { enrolments } from '#db/schema/programmes.ts'
import { actor, clock, openWorld, type World } from '../people/world.ts'
import { boxes, makeOffice, refusal, sent } from './world.ts'

let world: World
let office: ReturnType<typeof actor>
let operatorId: string

beforeAll(async () => {
  world = await openWorld()
  await world.as(system('test'), async ({ db }) => {
    const made = await makeOffice(db)
    operatorId = made.operatorId
    office = actor('coordinator', made.officeUserId)
  })
})
afterAll(() => world.close())

let number = 0
const create = (name = `Scheme ${number++}`) =>
  world.as(office, (ctx) => createProgramme(ctx, { name, kind: 'support', operatorId }))
const see = (id: string) => world.as(office, (ctx) => getForOffice(ctx, id))

const about = (changes: Record<string, string> = {}) =>
  sent(schemas.aboutSchema, {
    ...{ name: 'Way to work', description: 'Steps', operatorId, ownerId: '', datesKnownTo: 'day' },
    ...{ publicSlug: '', employerWording: '', version: '1' },
    ...boxes('startsOn', '2025-01-06'),
    ...changes,
  })
const people = (changes: Record<string, string> = {}) =>
  sent(schemas.peopleSchema, {
    ...{ minAge: '', maxAge: '', ageMeasuredAt: 'start', onlySex: 'none', onlySexBasis: '' },
    ...{ needLink: '', areasOnly: 'no', supportMonths: '', secondApprover: 'under_18' },
    ...{ takesSelfReferrals: 'no', recordsRestrictions: 'no', version: '1' },
    ...changes,
  })
const money = (from: string, to: string, amount = '') =>
  sent(schemas.newFundingSchema, {
    ...{ funder: 'A fund', amount, note: '' },
    ...boxes('startsOn', from),
    ...boxes('endsOn', to),
  })
const enrol = (programmeId: string, changes: Record<string, string> = {}) =>
  world.as(office, (ctx) =>
    enrolCandidate(
      ctx,
      sent(enrolSchema, {
        ...{ fullName: 'Robin Test', email: '', phone: '', outcode: 'NR3', onLicence: 'no' },
        ...boxes('dateOfBirth', '1992-03-27'),
        ...{ programmeId, mentorUserId: '' },
        ...changes,
      }),
    ),
  )

describe('the office makes a programme', () => {
  test('and changes what it is, whom it is for and the law, each save once on record', async () => {
    const id = await create()
    await world.as(office, (ctx) => saveAbout(ctx, { id, ...about() }))
    await world.as(office, (ctx) =>
      savePeople(ctx, { id, ...people({ version: '2', minAge: '18', supportMonths: '3' }) }),
    )
    await world.as(office, (ctx) =>
      saveLaw(ctx, {
        id,
        ...{ lawfulBasis: 'Public task', schedule1Condition: '', retentionMonths: 36, version: 3 },
      }),
    )
    expect((await see(id)).programme).toMatchObject({
      ...{ name: 'Way to work', startsOn: '2025-01-06', minAge: 18, supportMonths: 3 },
      ...{ retentionMonths: 36, version: 4 },
    })
    const entries = await world.as(office, ({ db }) =>
      db.select().from(auditEntries).where(eq(auditEntries.objectId, id)),
    )
    expect(entries.map(({ action }) => action).sort()).toEqual([
      'programme.about',
      'programme.create',
      'programme.law',
      'programme.people',
    ])
  })

  test('and a stale save is refused and loses nothing', async () => {
    const id = await create()
    await world.as(office, (ctx) => savePeople(ctx, { id, ...people({ minAge: '18' }) }))
    const again = world.as(office, (ctx) => savePeople(ctx, { id, ...people({ minAge: '21' }) }))
    expect(await refusal(again)).toEqual(['version'])
    expect((await see(id)).programme.minAge).toBe(18)
  })

  test('and two of one name are told apart by who runs them, and by nothing else', async () => {
    await create('Pathway')
    expect(await refusal(create('Pathway'))).toEqual(['name'])
    await world.as(office, (ctx) => addOrganisation(ctx, { name: 'Other Trust', kind: 'charity' }))
    const all = await world.as(office, listOrganisations)
    const other = all.find(({ name }) => name === 'Other Trust')?.id ?? ''
    const id = await world.as(office, (ctx) =>
      createProgramme(ctx, { name: 'Pathway', kind: 'support', operatorId: other }),
    )
    const titles = (await world.as(office, listOpenProgrammes)).map(({ title }) => title)
    expect(titles).toContain('Pathway, Way Trust')
    expect(titles).toContain('Pathway, Other Trust')
    expect((await see(id)).operator).toBe('Other Trust')
  })

  test('and nobody else does', async () => {
    for (const role of ['mentor', 'board', 'employer', 'candidate'] as const)
      await expect(
        world.as(actor(role, null), (ctx) =>
          createProgramme(ctx, { name: 'X', kind: 'support', operatorId }),
        ),
      ).rejects.toBeInstanceOf(NotFound)
  })

  test('and a rule for one sex needs its legal basis, an oldest age not under the youngest', async () => {
    expect(await refusal(() => people({ onlySex: 'women' }))).toEqual(['onlySexBasis'])
    expect(await refusal(() => people({ minAge: '21', maxAge: '18' }))).toEqual(['maxAge'])
    expect(await refusal(() => people({ minAge: 'old' }))).toEqual(['minAge'])
  })
})

describe('a public page', () => {
  test('is there once it has an address, reads the same to everybody, and two have not one', async () => {
    const id = await create()
    expect((await world.as(office, listPublic)).some((one) => one.id === id)).toBe(false)
    await world.as(office, (ctx) =>
      saveAbout(ctx, { id, ...about({ name: 'Open', publicSlug: 'open-way' }) }),
    )
    const asked = await Promise.all(
      (['anonymous', 'employer', 'candidate', 'coordinator'] as const).map((role) =>
        world.as(actor(role, null), (ctx) => getPublic(ctx, 'open-way')),
      ),
    )
    for (const page of asked) expect(page).toEqual(asked[0])
    expect(asked[0]).toMatchObject({ name: 'Open', operator: 'Way Trust', standing: 'running' })
    const other = await create()
    const taken = world.as(office, (ctx) =>
      saveAbout(ctx, { id: other, ...about({ name: 'Second', publicSlug: 'open-way' }) }),
    )
    expect(await refusal(taken)).toEqual(['publicSlug'])
    expect(await refusal(() => about({ publicSlug: 'p-1' }))).toEqual(['publicSlug'])
  })

  test('of a programme without one is not there, by any address, for anybody', async () => {
    const { programme } = await see(await create())
    for (const role of ['anonymous', 'coordinator'] as const)
      await expect(
        world.as(actor(role, null), (ctx) => getPublic(ctx, programme.slug)),
      ).rejects.toBeInstanceOf(NotFound)
  })
})

describe('money, areas and sources', () => {
  test('no amount is "not stated", and the same money is not there twice', async () => {
    const programmeId = await create()
    const add = () =>
      world.as(office, (ctx) => addFunding(ctx, { programmeId, ...money('2026-01-01', '') }))
    await add()
    expect(await refusal(add())).toEqual(['funder'])
    const [funding] = (await see(programmeId)).funding
    expect(funding).toMatchObject({ amountPence: null, endsOn: null })
    await world.as(office, (ctx) =>
      saveFunding(ctx, {
        ...money('2026-01-01', '2027-03-31', '4,800,000'),
        ...{ id: funding?.id ?? '', version: 1 },
      }),
    )
    expect((await see(programmeId)).funding[0]).toMatchObject({
      ...{ amountPence: 480_000_000, endsOn: '2027-03-31' },
    })
    const backwards = () =>
      world.as(office, (ctx) =>
        addFunding(ctx, { programmeId, ...money('2026-05-01', '2026-04-01') }),
      )
    expect(await refusal(backwards())).toEqual(['endsOn'])
  })

  test('districts are dated, an area ends, and both stay on record', async () => {
    const programmeId = await create()
    const district = (changes = {}) => ({
      ...{ code: 'E1', name: 'Old Town', successor: '' },
      ...boxes('startsOn', '1974-04-01'),
      ...boxes('endsOn', ''),
      ...changes,
    })
    await world.as(office, (ctx) => addDistrict(ctx, sent(newDistrictSchema, district())))
    const again = world.as(office, (ctx) => addDistrict(ctx, sent(newDistrictSchema, district())))
    expect(await refusal(again)).toEqual(['code'])
    const [old] = await world.as(office, listDistricts)
    const districtId = old?.id ?? ''
    const where = sent(schemas.newAreaSchema, { districtId, ...boxes('startsOn', '') })
    await world.as(office, (ctx) => addArea(ctx, { programmeId, ...where }))
    const [area] = (await see(programmeId)).areas
    const ending = sent(schemas.endSchema, { ...boxes('endsOn', '2028-03-31'), version: '1' })
    await world.as(office, (ctx) => endArea(ctx, { id: area?.id ?? '', ...ending }))
    await expect(
      world.as(office, (ctx) => endArea(ctx, { id: area?.id ?? '', ...ending, version: 2 })),
    ).rejects.toBeInstanceOf(Conflict)
    await world.as(office, (ctx) =>
      saveDistrict(ctx, {
        id: districtId,
        ...sent(districtSchema, {
          ...district({ successor: 'New City' }),
          ...boxes('endsOn', '2028-03-31'),
          version: '1',
        }),
      }),
    )
    expect((await see(programmeId)).areas).toMatchObject([
      { name: 'Old Town', endsOn: '2028-03-31' },
    ])
    expect(await world.as(office, listDistricts)).toMatchObject([{ successor: 'New City' }])
  })

  test('where people come from has a kind and a name', async () => {
    const programmeId = await create()
    const source = sent(schemas.newSourceSchema, {
      ...{ kind: 'work_coach', label: 'DWP work coach', organisationId: '' },
      ...boxes('startsOn', ''),
    })
    await world.as(office, (ctx) => addSource(ctx, { programmeId, ...source }))
    expect((await see(programmeId)).sources).toMatchObject([{ label: 'DWP work coach' }])
  })
})

describe('what is counted', () => {
  const metric = (changes: Record<string, string> = {}) => ({
    ...{ name: 'Entered treatment', definition: 'Began it', kind: 'target', unit: 'people' },
    ...{ countedOver: 'all_referrals', followUpMonths: '12', target: '250' },
    ...changes,
  })
  const value = (number: string, from: string, to: string) =>
    sent(schemas.valueSchema, {
      ...{ value: number, bound: 'at_least', source: 'A report' },
      ...boxes('periodFrom', from),
      ...boxes('periodTo', to),
    })

  async function counted() {
    const programmeId = await create()
    await world.as(office, (ctx) =>
      addMetric(ctx, { programmeId, ...sent(schemas.newMetricSchema, metric()) }),
    )
    const metricId = (await see(programmeId)).metrics[0]?.id ?? ''
    const enter = (...args: Parameters<typeof value>) =>
      world.as(office, (ctx) => enterValue(ctx, { metricId, ...value(...args) }))
    return { programmeId, metricId, enter }
  }

  test('once it has a number only its target changes', async () => {
    const { programmeId, metricId, enter } = await counted()
    const save = (changes: Record<string, string>, version: number) =>
      world.as(office, (ctx) =>
        saveMetric(ctx, {
          id: metricId,
          ...sent(schemas.metricSchema, { ...metric(changes), version: String(version) }),
        }),
      )
    await save({ definition: 'Began a plan of treatment' }, 1)
    await enter('170', '2025-01-01', '2025-12-31')
    const other = save({ definition: 'Was asked' }, 2)
    expect(await refusal(other)).toEqual(['definition'])
    await save({ definition: 'Began a plan of treatment', target: '300' }, 2)
    expect((await see(programmeId)).metrics[0]?.target).toBe(300)
    expect(await refusal(() => sent(schemas.newMetricSchema, metric({ target: '' })))).toEqual([
      'target',
    ])
  })

  test('one number for a period, which must be over; a mistake is taken back and stays', async () => {
    const { programmeId, enter } = await counted()
    await enter('170', '2025-01-01', '2025-12-31')
    expect(await refusal(enter('171', '2025-01-01', '2025-12-31'))).toEqual(['periodFrom'])
    expect(await refusal(enter('9', '2026-03-01', '2026-03-31'))).toEqual(['periodTo'])
    const id = (await see(programmeId)).metrics[0]?.values[0]?.id ?? ''
    const takeBack = (version: number) =>
      world.as(office, (ctx) => takeBackValue(ctx, { id, version, reason: 'Typed wrong' }))
    await takeBack(1)
    await expect(takeBack(2)).rejects.toBeInstanceOf(Conflict)
    await enter('171', '2025-01-01', '2025-12-31')
    const values = (await see(programmeId)).metrics[0]?.values ?? []
    expect(values.map((one) => [one.value, one.takenBackReason]).sort()).toEqual([
      [170, 'Typed wrong'],
      [171, null],
    ])
  })
})

describe('closing', () => {
  const close = (id: string, day: string, version: number) =>
    world.as(office, (ctx) =>
      closeProgramme(ctx, {
        id,
        ...sent(schemas.closeProgrammeSchema, {
          ...boxes('closedOn', day),
          ...{ successorId: '', version: String(version) },
        }),
      }),
    )

  test('keeps its people and its history, lets nobody new in, and can be undone', async () => {
    const programmeId = await create()
    await enrol(programmeId)
    expect(await refusal(close(programmeId, '2026-03-06', 1))).toEqual(['closedOn'])
    await close(programmeId, '2026-03-04', 1)
    expect(await see(programmeId)).toMatchObject({ enrolled: 1, standing: 'closed' })
    expect(await refusal(enrol(programmeId))).toEqual(['programmeId'])
    const open = await world.as(office, listOpenProgrammes)
    expect(open.some(({ id }) => id === programmeId)).toBe(false)
    await expect(close(programmeId, '2026-03-04', 2)).rejects.toBeInstanceOf(Conflict)
    await world.as(office, (ctx) => reopenProgramme(ctx, { id: programmeId, version: 2 }))
    await enrol(programmeId)
    expect((await see(programmeId)).enrolled).toBe(2)
  })
})

describe('enrolment', () => {
  test('is into a programme that is paid for that day', async () => {
    const programmeId = await create()
    await world.as(office, (ctx) =>
      addFunding(ctx, { programmeId, ...money('2025-01-01', '2026-03-04') }),
    )
    expect(await refusal(enrol(programmeId))).toEqual(['programmeId'])
    await world.as(office, (ctx) =>
      addFunding(ctx, { programmeId, ...money('2026-03-05', '2026-03-05') }),
    )
    expect(await enrol(programmeId)).toBeTruthy()
  })

  test('of a programme for women with a link keeps that it was made sure of, and no sex', async () => {
    const programmeId = await create()
    const rules = { onlySex: 'women', onlySexBasis: 'Equality Act 2010', needLink: 'a link' }
    await world.as(office, (ctx) =>
      savePeople(ctx, { id: programmeId, ...people({ ...rules, supportMonths: '3' }) }),
    )
    expect(await refusal(enrol(programmeId))).toEqual(['rulesConfirmed'])
    const candidateId = await enrol(programmeId, { rulesConfirmed: 'yes' })
    const [row] = await world.as(office, ({ db }) =>
      db.select().from(enrolments).where(eq(enrolments.candidateId, candidateId)),
    )
    expect(row).toMatchObject({
      ...{ startedOn: '2026-03-05', reviewDueOn: '2026-06-05' },
      rulesConfirmedBy: office.userId,
    })
    expect(row?.rulesConfirmedAt).toEqual(clock.now())
    expect(Object.keys(row ?? {}).join()).not.toMatch(/sex|women/i)
  })

  test('judges the age on the day of the referral where the programme says so', async () => {
    const programmeId = await create()
    await world.as(office, (ctx) =>
      savePeople(ctx, {
        id: programmeId,
        ...people({ maxAge: '17', ageMeasuredAt: 'referral' }),
      }),
    )
    const turned18 = boxes('dateOfBirth', '2008-03-01')
    expect(await refusal(enrol(programmeId, turned18))).toEqual(['programmeId'])
    const referred = { ...turned18, ...boxes('referredOn', '2026-02-20') }
    expect(await enrol(programmeId, referred)).toBeTruthy()
    const later = { ...turned18, ...boxes('referredOn', '2026-03-06') }
    expect(await refusal(enrol(programmeId, later))).toEqual(['referredOn'])
  })
})
