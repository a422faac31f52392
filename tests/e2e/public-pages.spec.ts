import { expect, test } from '@playwright/test'
import { be, expectAccessible } from './person.ts'

for (const path of [
  '/',
  '/openings',
  '/openings?q=nothinglikethis',
  '/sign-in',
  '/privacy',
  '/accessibility',
  '/complaints',
  '/employers/register',
  '/employers/register?sent',
  '/employers/register/used-before',
  '/no-such-page',
])
  test(`${path} is accessible, and fits 320 pixels`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 })
    await page.goto(path)
    await expectAccessible(page)
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBe(0)
  })

test('the total of openings is said in words', async ({ page }) => {
  await page.goto('/openings')
  await expect(page.getByRole('main')).toContainText('60 openings')
})

for (const role of ['candidate', 'mentor', 'employer', 'board', 'coordinator'] as const)
  test(`the demo’s ${role} can be tried, and their first page is accessible`, async ({
    browser,
  }) => {
    const person = await be(browser, role)
    await expect(person.page.getByRole('heading', { level: 1 })).not.toContainText(/not found/i)
    await expectAccessible(person.page)
    await person.close()
  })
