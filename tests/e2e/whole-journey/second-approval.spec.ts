import { choosePassword, followLinkInMail, signInByMail, tryAs } from '#tests/pages/account.ts'
import { makeCanaries, word } from '#tests/pages/canaries.ts'
import { inDays, type Answer } from '#tests/pages/form.ts'
import { approve, consent, showInterest } from '#tests/pages/introduction.ts'
import { assign, enrol, invite } from '#tests/pages/office.ts'
import type { Person } from '#tests/pages/person.ts'
import { fillProfilePage } from '#tests/pages/profile.ts'
import { expect, test } from '#tests/pages/test.ts'

const PASSWORD = 'seven silver kettles'
const MENTOR = 'Priya Nair'
const OPENING = 'Food hygiene level 2'

for (const { javaScript, width } of [
  { javaScript: true, width: 1280 },
  { javaScript: false, width: 320 },
])
  test.describe(javaScript ? 'with JavaScript' : 'without JavaScript', () => {
    test.slow()

    test('somebody under 18 is introduced once a safeguarding lead of the office has approved too', async ({
      open,
    }) => {
      const browser = () => open({ javaScript, width })
      const [office, mentor, candidate, employer, clerk] = await Promise.all([
        browser(),
        browser(),
        browser(),
        browser(),
        browser(),
      ])
      const { person, introduction } = await approvedOnce({ office, mentor, candidate })
      const { fullName } = person
      const [strength = ''] = person.profile
      const page = `/office/second-approvals/${introduction}`

      await test.step('Then nothing is shared, and the mentor is not the second as well', async () => {
        await expect(mentor.main).toContainText(
          'Nothing is shared until everybody who has to has said yes',
        )
        await expect(mentor.main).toContainText('The safeguarding lead’s approval is missing')
        await expect(mentor.main).not.toContainText('Give the second approval')
        const mine = `/mentor/introductions/${introduction}`
        await mentor.goTo(`${mine}/second`)
        expect(new URL(mentor.page.url()).pathname).toBe(mine)
        await tryAs(employer, 'employer')
        await employer.goTo(`/employer/introductions/${introduction}`, 404)
      })

      await test.step('And a coordinator who is no safeguarding lead reads that it waits, and no more', async () => {
        await join(office, clerk, { 'What do they do?': 'Coordinator' })
        await clerk.choose('Second approvals to give')
        await expect(clerk.main.getByRole('row').filter({ hasText: fullName })).toHaveCount(1)
        await expect(clerk.main.getByRole('link', { name: fullName })).toHaveCount(0)
        await clerk.goTo(page, 404)
      })

      await test.step('When the safeguarding lead comes to it from the office’s page', async () => {
        await office.goTo('/office')
        await office.choose('Second approvals to give')
        await office.choose(fullName)
        expect(new URL(office.page.url()).pathname).toBe(page)
        await expect(office.main).toContainText(OPENING)
        await expect(office.main).toContainText('The safeguarding lead has not approved yet')
        for (const one of person.profile) await expect(office.main).toContainText(one)
      })

      await test.step('Then going back changes nothing, and approving shares the words', async () => {
        await office.choose('No, go back')
        await office.choose(fullName)
        await office.choose('Give second approval')
        await expect(office.main).toContainText('Everybody has said yes')
        await expect(office.main).not.toContainText(fullName)
        await office.goTo(page)
        expect(new URL(office.page.url()).pathname).toBe('/office/second-approvals')
      })

      await test.step('And the employer reads them, and nothing of who approved', async () => {
        await employer.goTo(`/employer/introductions/${introduction}`)
        await expect(employer.main).toContainText(strength)
        await expect(employer.main).not.toContainText(/second|safeguarding/i)
        await candidate.goTo(`/me/introductions/${introduction}`)
        await expect(candidate.main).toContainText('The employer is reading your profile')
      })
    })

    test('a mentor who is a safeguarding lead gives the second approval for somebody they look after', async ({
      open,
    }) => {
      const browser = () => open({ javaScript, width })
      const [office, mentor, candidate, lead] = await Promise.all([
        browser(),
        browser(),
        browser(),
        browser(),
      ])
      const { person, introduction } = await approvedOnce({ office, mentor, candidate })

      await test.step('Given the office puts the person on the caseload of such a mentor', async () => {
        const name = await join(office, lead, {
          'What do they do?': 'Mentor',
          Organisation: 'Mancroft Advice Project',
          'Work phone': '01632 960455',
          'For a mentor or a coordinator': 'This person is a safeguarding lead',
        })
        await office.goTo('/office/candidates')
        await office.choose(person.fullName)
        await assign(office, name)
      })

      await test.step('When they approve what waits for them', async () => {
        await lead.goTo('/mentor')
        const task = lead.main.getByRole('row').filter({ hasText: person.fullName })
        await lead.choose('Give the second approval', task)
        await lead.choose('Give the second approval')
        for (const one of person.profile) await expect(lead.main).toContainText(one)
        await lead.choose('Give second approval')
      })

      await test.step('Then every key is turned', async () => {
        await expect(lead.main).toContainText('Everybody has said yes')
        await candidate.goTo(`/me/introductions/${introduction}`)
        await expect(candidate.main).toContainText('The employer is reading your profile')
      })
    })
  })

/** Somebody of 16 who has said yes to the words of their profile, and whose mentor has approved. */
async function approvedOnce(people: Record<'office' | 'mentor' | 'candidate', Person>) {
  const { office, mentor, candidate } = people
  const person = makeCanaries()
  await tryAs(office, 'coordinator')
  await tryAs(mentor, 'mentor')
  await enrol(office, {
    ...person,
    mentor: MENTOR,
    dateOfBirth: inDays(-16.5 * 365),
    programme: 'Pathways Out (under 18',
  })
  await signInByMail(candidate, person.email)
  const { strength, skill, deed, ticket } = person.words
  const fill = (page: string, answers: Record<string, Answer>, button?: string) =>
    fillProfilePage(candidate, '/me/profile', { page, answers, button })
  await fill('What are you good at?', { 'What you are good at': strength })
  await fill('Your skills', { 'Your skills': skill })
  await fill('What have you done?', { 'What you have done': deed })
  await fill('Tickets and qualifications', { Name: ticket }, 'Add it')
  await candidate.goTo(`/openings?q=${encodeURIComponent(OPENING)}`)
  await candidate.choose(OPENING)
  const introduction = await showInterest(candidate, new URL(candidate.page.url()).pathname)
  await consent(candidate, introduction)
  await approve(mentor, person.fullName)
  return { person, introduction }
}

/** Invites somebody, who chooses a password and comes in; gives their name. */
async function join(
  office: Person,
  newcomer: Person,
  answers: Record<string, Answer>,
): Promise<string> {
  const email = `${word().toLowerCase()}@staff.example`
  const name = `Robin ${word()}`
  await invite(office, { name, email, answers })
  await followLinkInMail(newcomer, email)
  await choosePassword(newcomer, email, PASSWORD)
  return name
}
