import { afterAll, beforeAll, expect, test } from 'vitest'
import { ADVERT_COLUMNS, readAdvert } from '#app/features/opportunities/import/adverts.ts'
import {
  checkFile,
  importOpportunities,
} from '#app/features/opportunities/import/import-opportunities.server.ts'
import {
  NEEDED_COLUMNS,
  OPTIONAL_COLUMNS,
  readOwnRow,
} from '#app/features/opportunities/import/own-columns.ts'
import { readFile } from '#app/features/opportunities/import/read-file.server.ts'
import { fixedClock } from '#app/platform/clock.ts'
import { system } from '#app/platform/context.ts'
import { logger } from '#app/platform/logger.server.ts'
import { connect, inTransaction, sqlOf, type Database } from '#db/client.server.ts'
import { makeEmployer, makeGrant, makeUser } from '#db/factories/index.ts'
import { buildPlan } from '#search/plan.ts'
import { postgresSearch } from '#search/postgres.server.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts'
import { makeFiles } from './files.ts'

const files = makeFiles()
let database: TestDatabase
let db: Database
let coordinator: string
let mentor: string

beforeAll(async () => {
  database = await createTestDatabase()
  db = connect(database.appUrl, { max: 2 })
  await inTransaction(db, actor(null), async (tx) => {
    coordinator = (await makeUser(tx)).id
    await makeGrant(tx, { userId: coordinator, role: 'coordinator' })
    mentor = (await makeUser(tx)).id
    await makeGrant(tx, { userId: mentor, role: 'mentor' })
    await makeEmployer(tx, { name: 'Known Bakery' })
  })
})

afterAll(async () => {
  files.clear()
  await db.$client.end()
  await database.drop()
})

const HEADING = 'category,city,job_title,job_type,salary_offered,state\n'
const TODAY = { today: '2026-03-01', closesOn: '2026-03-31' }

test('a dry run names every refused row with its line and reason', async () => {
  const long = 'x'.repeat(201)
  const file = files.write(
    Buffer.concat([
      Buffer.from(
        `\uFEFF${HEADING}` +
          'catering jobs,Norwich,Kitchen Porter,"Permanent, full-time", £18000 per annum ,Norfolk\n' +
          'catering jobs,Norwich, ,"Permanent, full-time", £18000 per annum ,Norfolk\n' +
          'catering jobs,Norwich,"Chef\nde partie","Permanent, full-time", £18000 per annum ,Norfolk\n' +
          '\n' +
          'catering jobs,norwich,kitchen  porter,"Permanent, full-time",£18000 per annum,Norfolk\n' +
          `catering jobs,Norwich,${long},"Permanent, full-time",,Norfolk\n` +
          'catering jobs,Norwich\n' +
          'catering jobs,Norwich,Caf',
      ),
      Buffer.from([0xe9]),
      Buffer.from(' Worker,"Permanent, full-time",,Norfolk\n'),
    ]),
  )
  const report = await checkFile(adverts(file))
  expect(report.refusals).toEqual([
    { line: 3, reason: 'it has no title' },
    { line: 7, reason: 'the same as line 2' },
    { line: 8, reason: 'its title is longer than 200 characters' },
    { line: 9, reason: 'it has 2 cells and the heading 6' },
    { line: 10, reason: 'it is not UTF-8; save the file as UTF-8' },
  ])
  expect(report).toMatchObject({ rows: 7, taken: 2, payRead: 2, placesUnknown: 0 })
})

test('damaged pound and euro signs are repaired and counted, pay is kept as written', async () => {
  const file = files.write(
    HEADING +
      'it jobs,Norwich,Earn Â£20k,"Contract, full-time", ‚¬40000 - ‚¬50000 per annum ,Norfolk\n' +
      'it jobs,Norwich,Café for £5,"Temporary, part-time", up to £45000 per annum ,Norfolk\n',
  )
  const report = await checkFile(adverts(file))
  expect(report.repairs).toEqual({ pounds: 1, euros: 2, others: 0 })
  const [first, second] = await collect(adverts(file))
  expect(first).toMatchObject({
    columns: { title: 'Earn £20k', payText: '€40000 - €50000 per annum', payMinPence: null },
  })
  expect(second).toMatchObject({
    columns: { title: 'Café for £5', payMaxPence: 4_500_000, payPeriod: 'year' },
  })
})

test('a file that is no table, or not the right one, is refused as a whole', async () => {
  const heading = files.write('title,pay\nBaker,£12 an hour\n')
  await expect(checkFile(own(heading))).rejects.toThrow('lacks the columns employer, kind')
  const quote = files.write(`${HEADING}it jobs,"Norwich,Developer,,,\n`)
  await expect(checkFile(adverts(quote))).rejects.toThrow('never closed')
  await expect(checkFile(adverts(files.write('')))).rejects.toThrow('empty')
  await expect(checkFile(adverts('no-such-file.csv'))).rejects.toThrow('There is no file')
})

test('the own columns refuse an unknown outcode, a bad or past date and unknown words', async () => {
  const file = files.write(
    'employer,kind,title,sector,outcode,closing_date,hours\n' +
      'Known Bakery,job,Baker,Hospitality and catering,NR1;NR2,2026-03-20,full time; nights\n' +
      'Known Bakery,job,Baker,retail,ZZ99,2026-03-20,\n' +
      'Known Bakery,job,Baker,retail,NR1,31/02/2026,\n' +
      'Known Bakery,job,Baker,retail,NR1,2026-02-20,\n' +
      'Known Bakery,hobby,Baker,retail,NR1,,\n' +
      ',job,Baker,retail,NR1,,\n',
  )
  const rows = await collect(own(file))
  expect(rows[0]).toMatchObject({
    columns: {
      sector: 'hospitality_catering',
      outcodes: ['NR1', 'NR2'],
      hours: ['full_time', 'nights'],
      closesOn: '2026-03-20',
    },
  })
  expect(rows.slice(1)).toEqual([
    { line: 3, reason: 'we do not know the outcode “ZZ99”' },
    { line: 4, reason: 'its closing_date “31/02/2026” is not a date like 2027-03-05' },
    { line: 5, reason: 'its closing_date 2026-02-20 is in the past' },
    { line: 6, reason: 'its kind “hobby” is not one we know' },
    { line: 7, reason: 'it has no employer' },
  ])
})

test('published adverts are live, found by words and by distance, and not taken twice', async () => {
  const file = files.write(
    HEADING +
      'motoring automotive jobs,Norwich,Vehicle Technician,"Permanent, full-time", £24000 per annum ,Norfolk\n' +
      'catering jobs,Atlantis,Vehicle Valeter,"Permanent, full-time", £9.50 per hour ,Norfolk\n',
  )
  const result = await write(adverts(file), { isPublished: true, userId: coordinator })
  expect(result).toMatchObject({
    taken: 2,
    live: 2,
    placesUnknown: 1,
    newEmployers: ['Imported advert'],
  })
  expect(await find({ text: 'vehicle' })).toHaveLength(2)
  expect(await find({ text: 'vehicle', near: { outcode: 'NR1', km: 8 } })).toHaveLength(1)

  const again = await write(adverts(file), { isPublished: true, userId: coordinator })
  expect(again.taken).toBe(0)
  expect(again.refusals.map(({ line }) => line)).toEqual([2, 3])
  const [entry] = await inTransaction(db, actor(null), (tx) =>
    tx.execute<{ by: string; reason: string }>(
      `select actor_user_id as by, reason from audit_entries where action = 'opportunities.import-published' order by at, id limit 1`,
    ),
  )
  expect(entry).toEqual({ by: coordinator, reason: '2 taken, 2 live, 0 refused' })
})

test('only a coordinator publishes; without that the rows wait for review', async () => {
  const heading = 'employer,kind,title,sector,outcode\n'
  const file = files.write(`${heading}Known Bakery,job,Sourdough Baker,retail,NR1\n`)
  for (const userId of [mentor, null])
    await expect(write(own(file), { isPublished: true, userId })).rejects.toThrow('coordinator')
  const result = await write(own(file), { isPublished: false, userId: null })
  expect(result).toMatchObject({ taken: 1, live: 0 })
  expect(await find({ text: 'sourdough' })).toEqual([])
})

test('an employer nobody has vetted gets no live opening, nor does a kind with facts of its own', async () => {
  const heading = 'employer,kind,title,sector,outcode\n'
  const file = files.write(
    `${heading}Stranger Ltd,job,Plumber,construction,NR1\n` +
      'known bakery,training,Bread course,hospitality_catering,NR1\n' +
      'known bakery,job,Counter Hand,retail,NR1\n',
  )
  const result = await write(own(file), { isPublished: true, userId: coordinator })
  expect(result).toMatchObject({ taken: 3, live: 1, newEmployers: ['Stranger Ltd'] })
})

test('when one row cannot be written none is', async () => {
  const before = await countRows()
  async function* broken() {
    yield* adverts(files.write(`${HEADING}it jobs,Norwich,Lonely Tester,,,Norfolk\n`))
    await Promise.resolve()
    throw new Error('the disk is gone')
  }
  await expect(write(broken(), { isPublished: true, userId: coordinator })).rejects.toThrow('disk')
  expect(await countRows()).toBe(before)
})

async function collect<T>(all: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const one of all) found.push(one)
  return found
}

function adverts(file: string) {
  return readFile(file, { needed: ADVERT_COLUMNS, optional: [] }, (line, fields) =>
    readAdvert(line, fields, TODAY.closesOn),
  )
}

function own(file: string) {
  return readFile(file, { needed: NEEDED_COLUMNS, optional: OPTIONAL_COLUMNS }, (line, fields) =>
    readOwnRow(line, fields, TODAY),
  )
}

function write(
  rows: Parameters<typeof importOpportunities>[1],
  { isPublished, userId }: { isPublished: boolean; userId: string | null },
) {
  return inTransaction(db, actor(userId), (tx) =>
    importOpportunities(
      {
        db: tx,
        actor: { ...system('test'), userId },
        clock: fixedClock('2026-03-01T12:00:00Z'),
        log: logger,
      },
      rows,
      { isPublished, search: postgresSearch(sqlOf(tx)) },
    ),
  )
}

async function find(input: Parameters<typeof buildPlan>[0]) {
  const reply = await inTransaction(db, actor(null), (tx) =>
    postgresSearch(sqlOf(tx)).search(buildPlan(input)),
  )
  return reply.ids
}

async function countRows() {
  const [row] = await inTransaction(db, actor(null), (tx) =>
    tx.execute<{ n: number }>('select count(*)::int as n from opportunities'),
  )
  return row?.n
}

function actor(userId: string | null) {
  return { userId, role: 'system' as const, employerId: null }
}
