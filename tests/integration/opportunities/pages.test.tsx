import {
  createStaticHandler,
  createStaticRouter,
  StaticRouterProvider,
} from 'react-router-dom/server.js'
import { renderToString } from 'react-dom/server'
import type { ComponentType } from 'react'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formAnswers } from '#app/features/opportunities/answers.ts'
import { createDraft } from '#app/features/opportunities/create-draft.server.ts'
import { fieldsOf, sectionNames } from '#app/features/opportunities/fields.ts'
import { draftById, openingById } from '#app/features/opportunities/queries.server.ts'
import { kinds } from '#app/features/opportunities/vocabulary.ts'
import ReviewItem from '#app/routes/coordinator/review-item.tsx'
import Section from '#app/routes/employer/openings-section.tsx'
import Tasks from '#app/routes/employer/openings-tasks.tsx'
import Opening from '#app/routes/public/opening.tsx'
import type { Actor } from '#app/platform/context.ts'
import { makeEmployer, makeOpportunity } from '#db/factories/index.ts'
import { employerActor, openDatabase, person } from './support.ts'

let database: Awaited<ReturnType<typeof openDatabase>>
let employer: Actor

beforeAll(async () => {
  database = await openDatabase()
  employer = employerActor((await database.asSystem(({ db }) => makeEmployer(db))).id)
})
afterAll(() => database.close())

/** The page as it is served, after a GET, or after a POST that answered with `actionData`. */
async function html(Page: ComponentType, loaderData: unknown, actionData?: unknown) {
  const routes = [
    {
      id: 'page',
      path: '/',
      Component: Page,
      loader: () => loaderData ?? null,
      action: () => actionData ?? null,
    },
  ]
  const handler = createStaticHandler(routes)
  const form = actionData === undefined ? {} : { method: 'POST', body: new URLSearchParams() }
  const context = await handler.query(new Request('http://localhost/', form))
  if (context instanceof Response) throw context
  const router = createStaticRouter(handler.dataRoutes, context)
  return renderToString(<StaticRouterProvider router={router} context={context} hydrate={false} />)
}

test.each(kinds.map(({ value }) => value))(
  'every page of a draft of kind %s asks all its questions',
  async (kind) => {
    const id = await database.as(employer, (ctx) => createDraft(ctx, { kind }))
    const draft = await database.as(employer, (ctx) => draftById(ctx, id))
    expect(await html(Tasks, draft)).toContain('What they will get')
    for (const section of sectionNames) {
      const fields = fieldsOf(section, kind)
      const page = await html(Section, {
        ...{ id, section, kind, version: 1, notes: [] },
        stored: formAnswers(fields, draft.row),
      })
      for (const { name } of fields) expect(page).toContain(`name="${name}`)
    }
  },
)

test('a stale save shows both sets of answers and sends the newer version along', async () => {
  const mine = { title: 'Mine', summary: 'Same', sector: 'it' }
  const data = { id: 'x', section: 'about', kind: 'job', version: 1, notes: [], stored: {} }
  const stale = { yours: mine, theirs: { ...mine, title: 'Theirs' }, version: 7, message: 'Stale' }
  const page = await html(Section, data, { stale })
  expect(page).toContain('value="Mine"')
  expect(page).toContain('Theirs')
  expect(page.match(/The other person saved/g)).toHaveLength(1)
  expect(page).toMatch(/name="version" value="7"/)
})

test('the page of an opening whose places are all taken says so and offers no button', async () => {
  const { id } = await database.asSystem(({ db }) =>
    makeOpportunity(db, { employerId: employer.employerId ?? '', places: 2, placesTaken: 2 }),
  )
  for (const reader of [database.nobody, person('candidate'), person('mentor'), employer]) {
    const view = await database.as(reader, (ctx) => openingById(ctx, id))
    const page = await html(Opening, view)
    expect(page).toContain('Every place is taken. Nobody new can show interest')
    expect(page).not.toMatch(/I’m interested|Suggest somebody|Sign in/)
  }
  const draft = await database.as(employer, (ctx) => draftById(ctx, id))
  const page = await html(Tasks, draft)
  expect(page).toContain('Every place taken')
  expect(page).toContain('it is found again by itself')
})

test.each(kinds.map(({ value }) => value))(
  'whoever reads an opening of kind %s is not asked the employer’s questions',
  async (kind) => {
    const { id } = await database.asSystem(({ db }) =>
      makeOpportunity(db, {
        employerId: employer.employerId ?? '',
        kind,
        details: Object.fromEntries(
          fieldsOf('details', kind).map(({ name, control }) => [
            name,
            control === 'date' ? '2027-03-05' : 'true',
          ]),
        ),
      }),
    )
    const page = await html(Opening, await database.as(database.nobody, (c) => openingById(c, id)))
    const labels = [...page.matchAll(/summary-list__key">([^<]*)</g)].map(([, label]) => label)
    expect(labels.length).toBeGreaterThan(6)
    expect(labels.filter((label) => /\?|\b(they|them|you will|must)\b/i.test(label ?? ''))).toEqual(
      [],
    )
  },
)
test('how many places are taken is for the employer itself, the mentors and the office to know', async () => {
  const { id } = await database.asSystem(({ db }) =>
    makeOpportunity(db, { employerId: employer.employerId ?? '', places: 3, placesTaken: 2 }),
  )
  const told = async (reader: Actor) => {
    const view = await database.as(reader, (ctx) => openingById(ctx, id))
    return { data: JSON.stringify(view), page: await html(Opening, view) }
  }
  for (const reader of [employer, person('mentor'), person('coordinator')])
    expect((await told(reader)).page).toContain('1 of 3')
  const { id: otherId } = await database.asSystem(({ db }) => makeEmployer(db))
  for (const reader of [database.nobody, person('candidate'), employerActor(otherId)]) {
    const { data, page } = await told(reader)
    expect(page).not.toMatch(/Places left|of 3/)
    expect(page).toContain('Places')
    expect(data).toContain('"places":3')
    expect(data).not.toMatch(/[tT]aken|"placesLeft":\d/)
  }
})

test('whoever is not signed in reads on an opening’s page how to come by a mentor', async () => {
  const { id } = await database.asSystem(({ db }) =>
    makeOpportunity(db, { employerId: employer.employerId ?? '' }),
  )
  const pageFor = async (who: Actor) =>
    html(Opening, {
      ...(await database.as(who, (ctx) => openingById(ctx, id))),
      ownId: null,
    })
  expect(await pageFor(database.nobody)).toContain('href="/no-mentor"')
  expect(await pageFor(person('candidate'))).not.toContain('/no-mentor')
})

test('an opening past its last day is not called live to its employer', async () => {
  const { id } = await database.asSystem(({ db }) =>
    makeOpportunity(db, { employerId: employer.employerId ?? '', closesOn: '2026-11-21' }),
  )
  const page = await html(Tasks, await database.as(employer, (ctx) => draftById(ctx, id)))
  expect(page).toContain('Past its last day')
  expect(page).toContain('open it again with a new last day')
  expect(page).not.toContain('>Live<')
})

test('an opening’s page and the office’s page of it tell the facts, and nothing of the review', async () => {
  const { id } = await database.asSystem(({ db }) =>
    makeOpportunity(db, { employerId: employer.employerId ?? '', closeReason: 'other' }),
  )
  const shown = await database.as(database.nobody, (ctx) => openingById(ctx, id))
  expect(Object.keys(shown.opening)).not.toContain('closeReason')
  const page = await html(Opening, shown)
  expect(page).toContain('£13 an hour')
  expect(page).toContain('31 December 2099')
  const { row } = await database.as(employer, (ctx) => draftById(ctx, id))
  const review = await html(ReviewItem, {
    ...{ row, notes: [], payWarning: null, employerName: 'Sample Bakery', isApproved: true },
  })
  expect(review).toContain('Bakery assistant')
})
