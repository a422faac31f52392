import { tryAs } from '#tests/pages/account.ts'
import { answer } from '#tests/pages/form.ts'
import type { Person } from '#tests/pages/person.ts'
import { fillProfilePage } from '#tests/pages/profile.ts'
import { expect, test } from '#tests/pages/test.ts'

const WORDS = "  O'Neill & <b>Söhne</b>\n\nDwi'n siarad Cymraeg: ŵ ŷ\nأتحدث العربية 123 🙂"

for (const javaScript of [true, false])
  test(`somebody fills in every page of a profile, ${javaScript ? 'with' : 'without'} JavaScript`, async ({
    open,
  }) => {
    test.setTimeout(240_000)
    const person = await open({ javaScript, width: 320 })
    const { main, page } = person
    const fill = (name: string, answers: Parameters<typeof answer>[1], button?: string) =>
      fillProfilePage(person, '/me/profile', { page: name, answers, button })
    await tryAs(person, 'candidate')

    await test.step('Words come back as they were typed', async () => {
      await fill('In your own words', { 'What you want to say about yourself': WORDS })
      await person.goTo('/me/profile/statement')
      await expect(main.getByRole('textbox')).toHaveValue(WORDS)
    })

    await test.step('A ticket says where it was gained to nobody but them', async () => {
      const ticket = { Name: 'Barbering', Level: 'Level 2', 'Where you got it': 'HMP Norwich' }
      await fill('Tickets and qualifications', ticket, 'Add it')
      await expect(main).toContainText('Added to the list')
      await expect(main).toContainText('for your eyes only: HMP Norwich')
      await person.choose(/^Change\s+Barbering/)
      await answer(person, { 'Day you got it': new Date('2024-03-27T12:00:00Z') })
      await person.choose('Save the change')
      await expect(main).toContainText('Barbering, Level 2, 27 March 2024')
    })

    await test.step('A week is typed as people say it, and what is wrong is said at its box', async () => {
      await person.goTo('/me/profile/availability')
      const monday = main.getByRole('group', { name: 'Monday' })
      await monday.getByLabel('From').fill('early')
      await monday.getByLabel('To').fill('3pm')
      await person.choose('Save')
      await expect(main).toContainText('Enter the time you can start on Monday, like 9am')
      await expect(monday.getByLabel('To')).toHaveValue('3pm')
      await monday.getByLabel('From').fill('9.30')
      await main.getByLabel('Only during school hours').check()
      await person.choose('Save')
      await person.goTo('/me/profile/availability')
      await expect(monday.getByLabel('From')).toHaveValue('9:30am')
    })

    await test.step('How they get there and when they could start', async () => {
      await fill('Getting there', {
        'How can you get to work?': ['Bus', 'Bicycle'],
        'How long may the way take?': '45',
        'What is the latest you have to be home?': '6pm',
      })
      await person.goTo('/me/profile/start')
      await answer(person, { 'When could you start?': 'After I am released' })
      await person.choose('Save')
      await expect(main).toContainText('Enter the day you expect to be released')
      await answer(person, { 'Day you expect to be released': new Date('2031-03-05T12:00:00Z') })
      await person.choose('Save')
      await expect(
        main.getByRole('listitem').filter({ hasText: 'When you could start' }),
      ).toContainText('Done')
    })

    await test.step('People and places to be kept apart from', async () => {
      await fill(
        'People and places to be kept apart from',
        { 'Name of the person or place': 'Old Uncle Tom' },
        'Add it',
      )
      await expect(main).toContainText('Old Uncle Tom')
      await person.choose(/^Take off\s+Old Uncle Tom/)
      await expect(main).not.toContainText('Old Uncle Tom')
    })

    await hideAndUndo(person)
    await pauseAndResume(person)

    await test.step('The CV names no prison and no programme, and prints alone', async () => {
      await person.goTo('/me/cv')
      await expect(main).toContainText('Barbering, Level 2, 27 March 2024')
      await expect(main).not.toContainText(/HMP|prison|Pathway/)
      await page.emulateMedia({ media: 'print' })
      await expect(page.getByRole('banner')).toBeHidden()
      await expect(main.getByRole('heading', { name: 'Jamie Fielding' })).toBeVisible()
      await page.emulateMedia({ media: 'screen' })
      const pdf = await page.request.get('/me/cv.pdf')
      expect(pdf.headers()['content-type']).toBe('application/pdf')
      expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
    })

    await test.step('Everything held is on one page, with what is theirs alone', async () => {
      await person.goTo('/me/data')
      for (const text of ['HMP Norwich', '5 March 2031', 'Who saw what', 'Pathway Out'])
        await expect(main).toContainText(text)
      expect((await page.request.get('/me/data.pdf')).headers()['content-type']).toBe(
        'application/pdf',
      )
    })

    await test.step('Then it is left as it was found', async () => {
      await fill('When you could start', { 'When could you start?': 'At any time' })
      await person.goTo('/me/profile/qualifications')
      await person.choose(/^Change\s+Barbering/)
      await person.choose('Take it off the list')
      await expect(main).not.toContainText('Barbering')
    })
  })

/** Hides from an employer found by its name, reads so on its opening, and undoes it there. */
async function hideAndUndo(person: Person) {
  const { main } = person
  await test.step('They hide from an employer, whose openings say so, and undo it there', async () => {
    await person.goTo('/openings')
    await person.arrive(() =>
      main.getByRole('heading', { level: 3 }).getByRole('link').first().click(),
    )
    const opening = new URL(person.page.url()).pathname
    const employer = await main.locator('.govuk-body-l').innerText()
    await person.goTo('/me/profile')
    await person.choose('Employers you hide from')
    await answer(person, { 'Name of the employer': employer })
    await person.choose('Find employers')
    await answer(person, { 'Which one?': employer })
    await person.choose('Hide me from this employer')
    await expect(main).toContainText('Hidden. The employer cannot tell.')
    await person.goTo(opening)
    await expect(main).toContainText('You have hidden yourself from this employer')
    await expect(main.getByRole('button', { name: 'I’m interested' })).toHaveCount(0)
    await person.choose('Stop hiding from this employer')
    await expect(main).not.toContainText('You have hidden yourself')
  })
}

async function pauseAndResume(person: Person) {
  const { main } = person
  await test.step('They pause in one step, and end the pause in one', async () => {
    await person.goTo('/me/profile')
    await person.choose('Have a pause')
    await expect(main).toContainText('What it does not do')
    await person.choose('Pause now')
    await person.goTo('/me')
    await expect(main).toContainText('You have paused since')
    await person.choose('End the pause')
    await person.choose('End the pause')
    await expect(main).toContainText('The pause is over')
  })
}

test('a mentor fills in a profile on somebody’s behalf, who finds it in their own', async ({
  open,
}) => {
  test.setTimeout(120_000)
  const mentor = await open({ width: 320 })
  await tryAs(mentor, 'mentor')
  await mentor.goTo('/mentor')
  await mentor.choose('Jamie Fielding', mentor.main.getByRole('table', { name: 'Caseload' }))
  await mentor.choose('Fill in the profile for them')
  const base = new URL(mentor.page.url()).pathname
  await fillProfilePage(mentor, base, {
    page: 'Your skills',
    answers: { 'Your skills': 'Written down by the mentor' },
  })
  await mentor.goTo(`${base}/qualifications`)
  await expect(mentor.main.getByLabel('Where you got it')).toHaveCount(0)
  await mentor.goTo(base.replace(/profile$/, 'cv'))
  await expect(mentor.main).toContainText('Written down by the mentor')

  const person = await open()
  await tryAs(person, 'candidate')
  await person.goTo('/me/profile/skills')
  await expect(person.main.getByLabel('Your skills')).toHaveValue('Written down by the mentor')
})
