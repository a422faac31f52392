import routes from '#app/routes.ts'
import { tryAs, type DemoRole } from '#tests/pages/account.ts'
import { crawl } from '#tests/pages/crawl.ts'
import { expect, test } from '#tests/pages/test.ts'

/** Pages that no link need lead to as things stand in the demo; other tests come to them. */
const notNow: Record<DemoRole, string[]> = {
  // Two are files and one is a button, and no page; the others need an offer.
  candidate: [
    'cv-pdf.tsx',
    'data-pdf.tsx',
    'interest.tsx',
    'introduction-accept.tsx',
    'introduction-decline-offer.tsx',
  ],
  // For a safeguarding lead, which this mentor is not; and a button, and no page.
  mentor: ['introduction-second.tsx', 'introduction-tick.tsx'],
  // After sending in, of a closed opening, and once somebody has accepted.
  employer: ['openings-sent.tsx', 'openings-reopen.tsx', 'introduction-start.tsx'],
  board: [],
  // Of closed programmes, which stand after the first few, and of an employer that was refused.
  coordinator: ['programme-reopen.tsx', 'employers-reconsider.tsx'],
}

for (const role of Object.keys(notNow) as DemoRole[])
  test(`the demo’s ${role} comes to every page of theirs by links, each of them on a phone`, async ({
    open,
  }) => {
    test.setTimeout(300_000)
    const person = await open({ width: 320 })
    await tryAs(person, role)
    // In these lists what other tests have begun stands first.
    const isLong = role === 'mentor' || role === 'employer'
    const opened = await (isLong ? crawl(person, 12) : crawl(person))
    const own = routes.map(({ file }) => file.replace('routes/', ''))
    const missed = own.filter((file) => file.startsWith(`${role}/`) && !opened.has(file))
    // Some of these are come to now and then, by what other tests have left.
    expect(notNow[role].map((file) => `${role}/${file}`)).toEqual(expect.arrayContaining(missed))
  })

test('somebody who is not signed in comes to every public page by links', async ({ open }) => {
  const visitor = await open({ width: 320 })
  await visitor.goTo('/')
  const opened = await crawl(visitor)
  // A link with a token comes by mail; whoever registers in the whole journey follows it.
  const own = routes
    .filter((route) => !('path' in route && route.path.includes(':token')))
    .map(({ file }) => file.replace('routes/', ''))
  expect(own.filter((file) => file.startsWith('public/') && !opened.has(file))).toEqual([])
})
