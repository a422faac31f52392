import { tryAs } from '#tests/pages/account.ts'
import { answer, inDays } from '#tests/pages/form.ts'
import { openPersonOf, openPrivate } from '#tests/pages/private.ts'
import { expect, test } from '#tests/pages/test.ts'

const NAME = 'Jamie Fielding'

for (const javaScript of [true, false])
  test(`what is kept private is read with a reason, and the person sees it, ${javaScript ? 'with' : 'without'} JavaScript`, async ({
    open,
  }) => {
    test.setTimeout(120_000)
    const mentor = await open({ javaScript, width: 320 })
    const candidate = await open({ javaScript, width: 320 })
    await tryAs(mentor, 'mentor')
    await tryAs(candidate, 'candidate')
    const words = `I am somebody else now, ${Date.now()}`

    await test.step('Given the person has written in their own words', async () => {
      await candidate.goTo('/me/private')
      await candidate.choose('Change these words')
      await answer(candidate, { 'What would you like to say about your past?': '' })
      await candidate.choose('Save my words')
      await expect(candidate.main.getByRole('alert')).toContainText('Write something')
      await answer(candidate, {
        'What would you like to say about your past?': words,
        'May your mentor read it?': 'Yes',
      })
      await candidate.choose('Save my words')
      await expect(candidate.main).toContainText(words)
    })

    await test.step('When a mentor wants to read without saying why, nothing is opened', async () => {
      await openPersonOf(mentor, NAME)
      await expect(mentor.main).not.toContainText('At home from')
      await mentor.choose('Read what is kept private')
      await mentor.choose('Open it for ten minutes')
      const problems = mentor.main.getByRole('alert')
      await expect(problems).toContainText('Choose what you need to read')
      await expect(problems).toContainText('Say why you need to read it')
      await expect(mentor.main).not.toContainText('At home from')
    })

    await test.step('When they say why, it is open, one kind at a time', async () => {
      await openPersonOf(mentor, NAME)
      await openPrivate(mentor, 'Restrictions')
      await expect(mentor.main).toContainText('At home from')
      await expect(mentor.main).not.toContainText(words)
      await openPersonOf(mentor, NAME)
      await openPrivate(mentor, 'Their own words about the past')
      await expect(mentor.main).toContainText(words)
    })

    await test.step('And a restriction can be added, changed and ended', async () => {
      await openPersonOf(mentor, NAME)
      await mentor.choose('Say whether there are restrictions')
      await mentor.choose('Add a restriction')
      const address = mentor.page.url()
      await answer(mentor, { 'What does it come to?': 'Must keep out of an area' })
      await mentor.choose('Continue')
      expect(mentor.page.url()).toBe(address)
      await answer(mentor, { 'Which areas?': 'NR29, XX99' })
      await mentor.choose('Add this restriction')
      const problems = mentor.main.getByRole('alert')
      await expect(problems).toContainText('We do not know XX99')
      await expect(problems).toContainText('Choose where it comes from')
      await expect(mentor.main.getByLabel('Which areas?')).toHaveValue('NR29, XX99')
      await answer(mentor, {
        'Which areas?': 'NR29',
        'Where does it come from?': 'A court order',
        'When is it to be looked at again?': inDays(60),
      })
      await mentor.choose('Add this restriction')
      await mentor.choose('Read those on record')
      const card = mentor.main.locator('.govuk-summary-card').filter({ hasText: 'NR29' })
      await mentor.choose(/^Change/, card)
      await answer(mentor, { 'Which areas?': 'NR29, NR28' })
      await mentor.choose('Save this restriction')
      await mentor.choose(/^End/, card)
      await expect(mentor.main).toContainText('NR29, NR28')
      await mentor.choose('Yes, it has ended')
      await mentor.choose('Read those on record')
      await expect(card).toHaveCount(0)
    })

    await test.step('Then the person sees each reading, and destroys their words', async () => {
      await candidate.goTo('/me/seen')
      await expect(candidate.main).toContainText('Your restrictions')
      await expect(candidate.main).toContainText('Your own words about your past')
      await candidate.goTo('/me/private')
      await expect(candidate.main).toContainText('At home from')
      await candidate.choose('Delete these words')
      await candidate.choose('Yes, delete my words')
      await expect(candidate.main).not.toContainText(words)
      await openPersonOf(mentor, NAME)
      await mentor.choose('Read what is kept private')
      await expect(mentor.main).not.toContainText(words)
    })

    await test.step('And may write again', async () => {
      await candidate.choose('say it in your own words')
      await answer(candidate, {
        'What would you like to say about your past?': 'All of this is invented.',
        'May your mentor read it?': 'No',
      })
      await candidate.choose('Save my words')
    })
  })

test('a safeguarding lead writes a note, and the office reads it with a reason', async ({
  open,
}) => {
  const office = await open({ width: 320 })
  await tryAs(office, 'coordinator')
  const note = `Ring before a visit, ${Date.now()}`
  await office.goTo('/office/candidates')
  await office.choose(NAME)
  await office.choose('Write a safeguarding note')
  await answer(office, { 'The note': note })
  await office.choose('Save this note')
  await expect(office.main).not.toContainText(note)
  await openPrivate(office, 'Safeguarding notes')
  await expect(office.main).toContainText(note)
})
