import { expect, test } from '#tests/pages/test.ts'

for (const javaScript of [true, false])
  test(`every public page stands on a phone, ${javaScript ? 'with' : 'without'} JavaScript`, async ({
    open,
  }) => {
    const visitor = await open({ javaScript, width: 320 })
    for (const path of [
      '/',
      '/openings',
      '/openings?q=nothinglikethis',
      `/openings?q=${'x'.repeat(600)}`,
      '/openings?outcode=ZZ99',
      '/sign-in',
      '/sign-in/link?sent',
      '/sign-in/link/no-such-link',
      '/reset-password?sent',
      '/reset-password/no-such-link',
      '/programmes',
      '/programmes/wonder-plus',
      '/privacy',
      '/accessibility',
      '/complaints',
      '/contact',
      '/no-mentor',
      '/employers/register?done',
      '/demo/mail',
    ])
      await visitor.goTo(path)
    await visitor.goTo('/no-such-page', 404)
    await visitor.goTo('/openings/no-such-opening', 404)
    await visitor.goTo('/programmes/no-such-programme', 404)
  })

test('the total of openings is said in words', async ({ open }) => {
  const visitor = await open()
  await visitor.goTo('/openings')
  await expect(visitor.main).toContainText('60 openings')
})
