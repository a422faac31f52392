import { expect, test, type Page } from '@playwright/test'
import { be, expectAccessible, type Person } from './person.ts'

const NAME = 'Jamie Fielding'
const DECIDE = 'Read the words and decide'

for (const javaScript of [true, false]) {
  const canary = javaScript ? 'Wrenflax' : 'Thistlebourne'

  test(`from interest to a confirmed start, ${javaScript ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    const candidate = await be(browser, 'candidate', javaScript)
    const mentor = await be(browser, 'mentor', javaScript)
    const employer = await be(browser, 'employer', javaScript)

    await test.step('the candidate says what they are good at', async () => {
      await candidate.page.goto('/me/profile')
      await candidate.page.locator('textarea').first().fill(`I am good at ${canary}.`)
      await candidate.page.getByRole('button', { name: 'Save my profile' }).click()
      await candidate.page.waitForLoadState()
    })

    const title = await test.step('the candidate is interested in an opening', () =>
      showInterest(candidate.page))

    const unheard = async () => {
      await employer.page.goto('/employer')
      await employer.page.goto('/openings')
      const heard = employer.heard()
      expect(heard).toContain('Wensum Lane Bakery')
      expect(heard).not.toContain(canary)
    }
    await unheard()

    await test.step('the candidate says yes to the exact words', () => candidate.take(DECIDE))
    await unheard()

    await test.step('the mentor approves', async () => {
      await openFrom(mentor, '/mentor', title)
      await mentor.take('Approve')
    })

    await test.step('the employer reads a profile without a name, and would like to meet', async () => {
      await employer.page.goto('/employer')
      await findIntroduction(employer.page, canary)
      expect(employer.heard()).not.toContain(NAME)
      if (javaScript) await expectAccessible(employer.page)
      await employer.take('We would like to meet')
      await expect(employer.page.getByRole('main')).toContainText(NAME)
    })

    const introduction = new URL(employer.page.url()).pathname

    await test.step('offer, acceptance and start', async () => {
      await employer.take('Make an offer')
      await candidate.page.reload()
      await candidate.take('Say yes to the offer')
      await employer.page.goto(introduction)
      await employer.take('Record the start', fillToday)
      await mentor.page.reload()
      await mentor.take('Confirm the start')
      await expect(mentor.page.getByRole('main')).toContainText(/started/i)
    })

    await test.step('taken back, it is hidden from the employer at once', async () => {
      await candidate.page.reload()
      await candidate.take('Take it back')
      employer.heard()
      await employer.page.goto(introduction)
      await employer.page.goto('/employer')
      const heard = employer.heard()
      expect(heard).not.toContain(canary)
      expect(heard).not.toContain(NAME)
    })

    for (const person of [candidate, mentor, employer]) await person.close()
  })
}

/** Finds an opening of the demo employer that this person has no introduction for yet. */
async function showInterest(page: Page): Promise<string> {
  await page.goto('/openings?q=Wensum+Lane+Bakery')
  const links = page.locator('main a[href^="/openings/"]')
  const hrefs = await links.evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''))
  for (const href of new Set(hrefs)) {
    await page.goto(href)
    const interested = page.getByRole('button', { name: 'I’m interested' })
    if ((await interested.count()) === 0) continue
    await interested.click()
    await page.waitForURL(/\/me\/introductions\//)
    // An opening they were introduced to before leads to what became of it.
    if ((await page.getByRole('button', { name: DECIDE }).count()) === 0) continue
    const heading = await page.getByRole('heading', { level: 1 }).innerText()
    return heading.split('\n').at(-1) ?? heading
  }
  throw new Error('No opening of the demo employer is left to be interested in')
}

async function openFrom({ page }: Person, home: string, title: string) {
  await page.goto(home)
  await page
    .getByRole('row')
    .filter({ hasText: title })
    .filter({ hasText: 'Jamie' })
    .getByRole('link')
    .first()
    .click()
  await page.waitForLoadState()
}

async function findIntroduction(page: Page, words: string) {
  const links = page.locator('main a[href^="/employer/introductions/"]')
  const hrefs = await links.evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''))
  for (const href of hrefs) {
    await page.goto(href)
    if ((await page.getByRole('main').innerText()).includes(words)) return
  }
  throw new Error('The employer has no introduction with these words')
}

async function fillToday(page: Page) {
  const today = new Date()
  const parts = [today.getDate(), today.getMonth() + 1, today.getFullYear()]
  const boxes = page.locator('main input[inputmode="numeric"]')
  for (const [i, part] of parts.entries()) await boxes.nth(i).fill(String(part))
}
