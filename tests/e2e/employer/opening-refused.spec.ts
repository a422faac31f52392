import { tryAs } from '#tests/pages/account.ts'
import { jobAnswers, startDraft } from '#tests/pages/employer.ts'
import type { Person } from '#tests/pages/person.ts'
import { expectToRefuse } from '#tests/pages/refusal.ts'
import { test } from '#tests/pages/test.ts'

const DETAILS = 'What they will get'

for (const javaScript of [true, false])
  test(`each page of an opening says what is wrong, and keeps what was typed, ${javaScript ? 'with' : 'without'} JavaScript`, async ({
    open,
  }) => {
    test.slow()
    const employer = await open({ javaScript, width: 320 })
    await tryAs(employer, 'employer')
    const draft = await startDraft(employer, 'Job')
    for (const title of Object.keys(jobAnswers(''))) await refuses(employer, draft, title)
  })

test('the details of every other kind do so too', async ({ open }) => {
  test.slow()
  const employer = await open({ width: 320 })
  await tryAs(employer, 'employer')
  for (const kind of ['Work experience', 'Training', 'Bursary', 'Interview experience'])
    await refuses(employer, await startDraft(employer, kind), DETAILS)
})

async function refuses(employer: Person, draft: string, title: string) {
  await employer.goTo(draft)
  await employer.choose(title)
  const at = new URL(employer.page.url()).pathname
  await expectToRefuse(employer, { at, button: 'Save this part' })
}
