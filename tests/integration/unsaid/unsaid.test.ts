import { eq, sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importOpportunities } from '#app/features/opportunities/import/import-opportunities.server.ts'
import {
  NEEDED_COLUMNS,
  OPTIONAL_COLUMNS,
  readOwnRow,
} from '#app/features/opportunities/import/own-columns.ts'
import { readFile } from '#app/features/opportunities/import/read-file.server.ts'
import type { Actor } from '#app/platform/context.ts'
import { roleGrants, users } from '#db/schema/accounts.ts'
import { messages } from '#db/schema/audit.ts'
import type { OpportunityDocument } from '#search/documents.ts'
import { makeFiles } from '#tests/integration/import/files.ts'
import { actorOf } from '#tests/support/world.ts'
import { enrolment, walk } from './journey.ts'
import { startOverheard, type Overheard } from './overheard.ts'
import { EMAIL, NAME, name, POSTCODE, saidIn, sealed, secrets, telling } from './secrets.ts'

let product: Overheard
let programmeId: string

beforeAll(async () => {
  product = await startOverheard()
  programmeId = (await walk(product)).programmeId
}, 180_000)
afterAll(() => product.stop())

describe('I8: what is never said', () => {
  test('all of it is there to be said: the people of the case read it on their pages', () => {
    const pages = product.heard.filter(({ who }) => who === 'mentor' || who === 'coordinator')
    const all = pages.map(({ body }) => body).join('\n')
    for (const [what, pattern] of Object.entries(secrets))
      if (what !== 'whole postcode') expect([what, pattern.test(all)]).toEqual([what, true])
    expect(all).toContain('On licence')
  })

  test('not in the search index, by the relay or by an import', async () => {
    const files = makeFiles()
    const line = `Pier Café,job,Waiter,other,${POSTCODE}\n`
    const file = files.write(`employer,kind,title,sector,outcode\n${line}`)
    const columns = { needed: NEEDED_COLUMNS, optional: OPTIONAL_COLUMNS }
    const days = { today: '2026-03-01', closesOn: '2099-12-31' }
    const rows = readFile(file, columns, (at, fields) => readOwnRow(at, fields, days))
    const office = await actorNamed('coordinator')
    const imported: OpportunityDocument[] = []
    const search = { upsert: async (more: OpportunityDocument[]) => void imported.push(...more) }
    await product.web.as({ ...office, role: 'system' }, (ctx) =>
      importOpportunities(ctx, rows, { isPublished: true, search }),
    )
    files.clear()
    expect(product.indexed.map(({ title }) => title)).toContain('Kitchen porter')
    expect(imported.map(({ title, outcodes }) => [title, outcodes])).toEqual([['Waiter', ['NR1']]])
    const documents = [...product.indexed, ...imported].map((document) => JSON.stringify(document))
    expect(saidIn(documents, telling, name)).toEqual([])
    const tables = await product.web.asSystem((tx) =>
      tx.execute(sql`select t::text as row from search_documents t
        union all select w::text from search_words w union all select o::text from search_outbox o`),
    )
    expect(tables.length).toBeGreaterThan(1)
    expect(
      saidIn(
        tables.map(({ row }) => String(row)),
        telling,
        name,
      ),
    ).toEqual([])
  })

  test('not in any e-mail, as it went or as it is kept', async () => {
    const letters = await product.everyLetter()
    expect(new Set(product.mail.letters.map(({ to }) => to)).size).toBe(3)
    expect(new Set(letters.map((text) => /^Subject: (.*)$/m.exec(text)?.[1]))).toEqual(
      new Set([
        'Finish registering with Throughgate',
        'Welcome to Throughgate',
        'Your link to sign in to Throughgate',
        'Something is waiting for you on Throughgate',
        'There is news for you on Throughgate',
      ]),
    )
    expect(saidIn(letters, telling, name, /kitchen|pier|quillfeather/i)).toEqual([])
    const kept = await product.web.asSystem((tx) => tx.select().from(messages))
    expect(kept.length).toBe(letters.length)
    expect(new Set(kept.map(({ body }) => body))).toEqual(new Set(['']))
    const rows = kept.map(({ toAddress: _, ...row }) => JSON.stringify(row))
    expect(saidIn(rows, telling, name)).toEqual([])
  })

  test('not in an address, whether somebody was sent to it or a page leads to it', () => {
    const attributes = /\b(?:href|action|src|content)="([^"]*)"/g
    const addresses = product.heard.flatMap(({ location, body }) => [
      location,
      ...[...body.matchAll(attributes)].map(([, address = '']) => address),
    ])
    const all = [...new Set(addresses)].filter((address) => /^\/|^https?:/.test(address))
    expect(all.length).toBeGreaterThan(60)
    expect(all).toContain('/office/candidates')
    expect(saidIn(all, telling, name)).toEqual([])
  })

  test('not in an address that somebody typed a whole postcode into', async () => {
    const typed = await product.get('nobody', '/openings?q=cook&outcode=nr1+3qg&miles=5')
    expect(typed.location).toBe('/openings?q=cook&outcode=NR1&miles=5')
    const asked = await product.get('nobody', '/openings?outcode=NR1+3QG')
    expect(saidIn([asked.location, asked.body])).toEqual([])
  })

  test('not in the title of any page that anybody opens', () => {
    const titles = product.heard.flatMap(({ body }) =>
      [...body.matchAll(/<title>([^<]*)<\/title>/g)].map(([, title = '']) => title),
    )
    expect(new Set(titles).size).toBeGreaterThan(35)
    expect(saidIn([...new Set(titles)], telling, name)).toEqual([])
  })

  test('not in anything an employer is sent, page or data, at any time', () => {
    const sent = product.heard.filter(({ who }) => who === 'employer')
    expect(
      sent.some(({ path }) => path.includes('/introductions/') && path.endsWith('.data')),
    ).toBe(true)
    const person = /on licence|onlicence|supervis|needs_?officer|probation|programme[^s]/i
    // What openings and the pages for everybody say is of no person.
    const forAll = /^\/(privacy|openings|accessibility|no-mentor)/
    const about = sent.filter(({ path }) => !forAll.test(path))
    expect(saidIn(sent.map(({ body }) => body))).toEqual([])
    expect(
      saidIn(
        about.map(({ body }) => body),
        person,
      ),
    ).toEqual([])
    const named = sent.filter(({ body }) => name.test(body)).map((one) => one.stage)
    expect([...new Set(named)]).toEqual(['named'])
  })

  test('not in the log: not when a form is refused, a letter comes back or the database fails', async () => {
    await product.post('coordinator', '/office/candidates/new', { fullName: NAME, email: EMAIL })
    await product.get('mentor', `/mentor/candidates/${encodeURIComponent(NAME)}`)
    await product.get('nobody', `/openings?q=${encodeURIComponent(EMAIL)}&outcode=NR13QG`)
    product.mail.refuse(EMAIL)
    await product.submit('nobody', '/sign-in/link', { email: EMAIL })
    await product.logged('a task or its queue failed')
    const owner = postgres(product.web.database.ownerUrl, { max: 1 })
    await owner`alter table candidate_identities rename to mislaid`
    const again = enrolment(programmeId, '', `again.${EMAIL}`)
    const failed = await product.post('coordinator', '/office/candidates/new', again)
    await owner`alter table mislaid rename to candidate_identities`
    await owner.end()
    expect(failed.status).toBe(500)
    await product.logged('unexpected error')
    expect(product.log.length).toBeGreaterThan(300)
    expect(saidIn(product.log, telling, name)).toEqual([])
  })
})

describe('A22: what is kept sealed', () => {
  const words = Object.values(sealed)
  const hasAny = (text: string) => words.some((word) => word.test(text))

  test('was read by the people of the case, on the pages that are for it and no other', () => {
    const heard = product.heard.filter(({ body }) => hasAny(body))
    for (const word of words) expect(heard.some(({ body }) => word.test(body))).toBe(true)
    const where = heard.map(({ who, path }) => `${who} ${path.replaceAll(/[0-9a-f-]{36}/g, ':id')}`)
    expect([...new Set(where.map((one) => one.replace('.data', '')))].sort()).toEqual([
      'candidate /me/data',
      'candidate /me/data.pdf',
      'candidate /me/private',
      'candidate /me/private/words',
      'mentor /mentor/candidates/:id/read',
      'mentor /mentor/restrictions/:id',
    ])
  })

  test('is in no address, title, letter, line of the log or document of the index', () => {
    const titles = product.heard.map(({ body }) => /<title>([^<]*)/.exec(body)?.[1] ?? '')
    const addresses = product.heard.flatMap(({ path, location, body }) => [
      ...[path, location],
      ...[...body.matchAll(/\b(?:href|action|src)="([^"]*)"/g)].map(([, address = '']) => address),
    ])
    const letters = product.mail.letters.map((letter) => JSON.stringify(letter))
    const documents = product.indexed.map((document) => JSON.stringify(document))
    const all = [...titles, ...addresses, ...letters, ...documents, ...product.log]
    expect(all.length).toBeGreaterThan(500)
    expect(all.filter(hasAny)).toEqual([])
  })

  test('is in no row of any table, not even as it was typed into the trail or the queue', async () => {
    const admin = postgres(product.web.database.adminUrl, { max: 1 })
    const tables = await admin<{ schema: string; name: string }[]>`
      select schemaname as schema, tablename as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')`
    for (const { schema, name } of tables) {
      const rows = await admin`select t::text as row from ${admin(`${schema}.${name}`)} t`
      expect([name, rows.map(({ row }) => String(row)).filter(hasAny)]).toEqual([name, []])
    }
    const kept = await admin`select sealed from candidate_restrictions
      union all select sealed from candidate_disclosures union all select sealed from safeguarding_notes`
    await admin.end()
    expect(kept).toHaveLength(3)
  })
})

describe('I8, at the database', () => {
  const tables = [
    'candidates',
    'candidate_identities',
    'candidate_supervision',
    'candidate_wishes',
    'candidate_profiles',
    'enrolments',
    'profile_texts',
    'mentor_assignments',
    'candidate_restriction_status',
    'candidate_restrictions',
    'candidate_disclosures',
    'safeguarding_notes',
    'sensitive_readings',
    'introductions',
    'introduction_events',
    'employer_registrations',
    'messages',
    'audit_entries',
  ]
  const rowsFor = (actor: Actor, table: string) =>
    product.web.as(actor, ({ db }) => db.execute(sql`select * from ${sql.identifier(table)}`))

  test('plain SQL as the employer reads no row of any person, nor what programmes there are', async () => {
    const employer = await actorNamed('employer')
    expect(await rowsFor(employer, 'introduction_releases')).toHaveLength(3)
    for (const table of [...tables, 'programmes'])
      expect([table, (await rowsFor(employer, table)).length]).toEqual([table, 0])
  })

  test('plain SQL as the board reads no row of any person', async () => {
    const board = await actorNamed('board')
    for (const table of [...tables, 'introduction_releases', 'released_profiles', 'released_names'])
      expect([table, (await rowsFor(board, table)).length]).toEqual([table, 0])
  })

  test('all of those tables have rows, so that none was empty for another reason', async () => {
    const admin = postgres(product.web.database.adminUrl, { max: 1 })
    for (const table of tables.filter((one) => one !== 'employer_registrations'))
      expect([table, (await admin`select 1 from ${admin(table)} limit 1`).length]).toEqual([
        table,
        1,
      ])
    await admin.end()
  })

  test('the tables of the index have no column for it, and lead to nobody', async () => {
    const admin = postgres(product.web.database.adminUrl, { max: 1 })
    const columns = await admin<{ name: string }[]>`
      select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'public' and table_name like 'search%' order by 1`
    const keys = await admin`
      select conname from pg_constraint where contype = 'f' and conrelid in (
        select oid from pg_class where relname like 'search%')`
    await admin.end()
    expect(columns.length).toBeGreaterThan(10)
    const telling =
      /candidate|person|name|birth|mail|phone|postcode|address|programme|licen|convict|officer|health|stance|exclusion/
    expect(columns.filter((column) => telling.test(column.name))).toEqual([])
    expect(keys).toEqual([])
  })
})

const actorNamed = (role: 'employer' | 'board' | 'coordinator'): Promise<Actor> =>
  product.web.asSystem(async (tx) => {
    const [grant] = await tx
      .select({ userId: users.id, employerId: roleGrants.employerId })
      .from(roleGrants)
      .innerJoin(users, eq(users.id, roleGrants.userId))
      .where(eq(roleGrants.role, role))
    return actorOf(role, grant?.userId ?? '', { employerId: grant?.employerId ?? null })
  })
