import {
  signOut,
  choosePassword,
  signInByMail,
  signInWithPassword,
  tryAs,
} from '#tests/pages/account.ts'
import { AWKWARD } from '#tests/pages/awkward.ts'
import { makeCanaries, word } from '#tests/pages/canaries.ts'
import { expectToKnow, type Knows, type Scene } from '#tests/pages/eavesdrop.ts'
import {
  fillSection,
  jobAnswers,
  registerEmployer,
  sendIn,
  startDraft,
} from '#tests/pages/employer.ts'
import { answer, type Answer } from '#tests/pages/form.ts'
import { approve, consent, recordStart, showInterest, step } from '#tests/pages/introduction.ts'
import { approveEmployer, approveOpening, enrol, returnOpening } from '#tests/pages/office.ts'
import { sayRestrictions } from '#tests/pages/private.ts'
import type { Person } from '#tests/pages/person.ts'
import { fillProfilePage } from '#tests/pages/profile.ts'
import { expect, test } from '#tests/pages/test.ts'

const PASSWORD = 'nine copper teapots'
const MENTOR = 'Priya Nair'
const SEARCH = 'What are you looking for?'

for (const { javaScript, width } of [
  { javaScript: true, width: 1280 },
  { javaScript: false, width: 320 },
])
  test(`from a registration to a confirmed start and back, ${javaScript ? 'with' : 'without'} JavaScript`, async ({
    open,
  }) => {
    test.setTimeout(240_000)
    const canaries = makeCanaries()
    const title = `Furniture restorer ${word()}`
    // Where its name is read, it must stand exactly so.
    const organisation = `${AWKWARD} of ${word()}`
    const account = { organisation, personName: 'Ada Chair', email: `${word()}@chairs.example` }
    const address = account.email.toLowerCase()

    const browser = () => open({ javaScript, width })
    const [employer, rival, office, mentor, board, candidate] = await Promise.all([
      browser(),
      browser(),
      browser(),
      browser(),
      browser(),
      browser(),
    ])
    await tryAs(rival, 'employer')
    await tryAs(office, 'coordinator')
    await tryAs(mentor, 'mentor')
    await tryAs(board, 'board')
    const startsBefore = await confirmedStarts(board)
    const expectNamed = (person: Person) => expect(person.main).toContainText(organisation)

    await test.step('Given an employer that registers, and whose member chooses a password', async () => {
      await registerEmployer(employer, account)
      await choosePassword(employer, address, PASSWORD)
    })

    await test.step('Then it is pending: it meets nobody, and can write but publish nothing', async () => {
      await expect(employer.main).toContainText('The office is checking your organisation')
      await expect(employer.main).not.toContainText('People introduced to you')
      await expectNamed(employer)
    })

    const draft = await test.step('When it writes half an opening and signs out', async () => {
      const at = await startDraft(employer, 'Job')
      const pages = Object.entries(jobAnswers(title))
      for (const [name, answers] of pages.slice(0, 2)) await fillSection(employer, name, answers)
      await signOut(employer)
      return at
    })
    const opening = draft.replace('/employer', '')
    const scene: Scene = { canaries, opening }

    await test.step('Then it comes back to what it had written, and writes the rest', async () => {
      await signInWithPassword(employer, address, PASSWORD)
      await employer.choose(title)
      await expect(employer.main).toContainText('When every part is done')
      const pages = Object.entries(jobAnswers(title))
      for (const [name, answers] of pages.slice(2)) await fillSection(employer, name, answers)
    })

    await test.step('And it cannot send it in before the office has approved it', async () => {
      await employer.choose('Check your answers')
      await expect(employer.main).toContainText('still checking your organisation')
      await expect(employer.main.getByRole('button', { name: /send/i })).toHaveCount(0)
    })

    await test.step('When the office approves the employer, the opening is sent in', async () => {
      await approveEmployer(office, organisation)
      await employer.goTo(draft)
      await sendIn(employer)
      await office.goTo('/office/review')
      const row = office.main.getByRole('row').filter({ hasText: title })
      await expect(row).toContainText(organisation)
      await office.choose(title)
      await expectNamed(office)
    })

    await test.step('And the office returns it with a note on one answer', () =>
      returnOpening(office, title, {
        section: 'What they will get',
        question: 'Hours a week',
        note: 'Which days?',
      }))

    await test.step('Then the employer reads the note beside that answer, mends it, and sends it again', async () => {
      await employer.goTo('/employer')
      await employer.choose(title)
      await expect(employer.main).toContainText('Hours a week: Which days?')
      await employer.choose('What they will get')
      await expect(employer.main).toContainText('The office says: Which days?')
      await expect(employer.main.getByLabel('Pay', { exact: true })).toHaveValue('12.90')
      await answer(employer, { 'Hours a week': '37, Monday to Friday' })
      await employer.choose('Save this part')
      await sendIn(employer)
    })

    await test.step('When the office makes it live, anybody finds it by its words', async () => {
      await employer.goTo(opening)
      await approveOpening(office, title)
      await expect(async () => {
        await rival.goTo(`/openings?q=${encodeURIComponent(title)}`)
        const found = rival.main.getByRole('link', { name: title, exact: true })
        await expect(found).toBeVisible({ timeout: 500 })
      }).toPass({ timeout: 15_000 })
      await expectNamed(rival)
      await rival.goTo(opening)
      await expectNamed(rival)
    })

    await test.step('And by the employer’s name, which the page repeats as it was typed', async () => {
      await rival.goTo('/openings')
      await answer(rival, { [SEARCH]: organisation })
      await rival.choose('Show openings')
      await expect(rival.main.getByLabel(SEARCH)).toHaveValue(organisation)
      await expect(rival.main.getByRole('link', { name: title, exact: true })).toBeVisible()
    })

    await test.step('Given a candidate whom the office enrols and gives a mentor', async () => {
      await enrol(office, { ...canaries, mentor: MENTOR })
      await signInByMail(candidate, canaries.email)
      await expect(candidate.main).toContainText(`Hello ${canaries.fullName.split(' ')[0]}`)
      await expect(candidate.main).toContainText(MENTOR)
      const [reference] = /TG-\w+/.exec(await candidate.main.innerText()) ?? []
      expect(reference).toBeDefined()
      canaries.never.push(reference!)
    })

    const both = async (own: Knows) => {
      await expectToKnow(employer, own, scene)
      await expectToKnow(rival, 'nothing', scene)
    }
    await both('nothing')

    await test.step('When they say what they want and what they are good at', async () => {
      const fill = (page: string, answers: Record<string, Answer>, button?: string) =>
        fillProfilePage(candidate, '/me/profile', { page, answers, button })
      const wishes = {
        'What would you like?': ['Job', 'Training'],
        'What kind of work?': 'Manufacturing',
        'Which hours?': 'Full time',
        'How far can you travel?': '12',
      }
      await fill('What I want', wishes, 'Save what I want')
      const { strength, skill, deed, ticket, place, apart } = canaries.words
      await fill('What are you good at?', { 'What you are good at': `I am good at ${strength}.` })
      await fill('Your skills', { 'Your skills': `${skill} level 2` })
      await fill('What have you done?', { 'What you have done': `Two years of ${deed}.` })
      await fill(
        'Tickets and qualifications',
        { Name: ticket, 'Where you got it': `HMP ${place}` },
        'Add it',
      )
      await fill(
        'People and places to be kept apart from',
        { 'Name of the person or place': apart },
        'Add it',
      )
    })
    await both('nothing')

    const introduction = await test.step('And say that they are interested', () =>
      showInterest(candidate, opening))
    scene.introduction = introduction
    const atEmployer = `/employer/introductions/${introduction}`
    await both('nothing')

    await test.step('And say yes to the exact words', async () => {
      await candidate.goTo(`/me/introductions/${introduction}/consent`)
      await expect(candidate.main).toContainText(`Only ${organisation}, and only for this opening.`)
      await consent(candidate, introduction)
      await expectNamed(candidate)
      await candidate.goTo('/me')
      await expectNamed(candidate)
    })
    await both('nothing')

    await test.step('Then neither employer finds the introduction at its address', async () => {
      for (const one of [employer, rival]) {
        await one.goTo(atEmployer, 404)
        expect((await one.send(`${atEmployer}/meet`)).status()).toBe(404)
      }
      await employer.goTo('/employer')
      await expect(employer.main).not.toContainText('People introduced to you')
    })

    await test.step('When the mentor approves, the employer reads the words without a name', async () => {
      await sayRestrictions(mentor, canaries.fullName, 'None')
      await mentor.goTo('/mentor')
      await expectNamed(mentor)
      await mentor.goTo(`/mentor/introductions/${introduction}/approve`)
      await expect(mentor.main).toContainText(`${organisation} reads the words above`)
      await approve(mentor, canaries.fullName)
      await expectNamed(mentor)
      await expectToKnow(employer, 'profile', scene)
      await employer.choose(/^P-/)
      for (const one of canaries.profile) await expect(employer.main).toContainText(one)
    })
    await both('profile')

    await test.step('When the employer says “meet”, it reads the name and how to reach the mentor', async () => {
      await step(employer, atEmployer, 'We would like to meet', 'Yes, we would like to meet')
      await expect(employer.main).toContainText(canaries.fullName)
      await expect(employer.main).toContainText(`${MENTOR}, 01632 960100`)
    })
    await both('name')

    await test.step('Then the candidate reads who has seen what, and no letter names anybody', async () => {
      await candidate.goTo('/me/seen')
      await expectNamed(candidate)
      await candidate.goTo('/demo/mail')
      await expect(candidate.main).toContainText(`To: ${address}`)
      for (const one of [AWKWARD, ...canaries.name])
        await expect(candidate.main).not.toContainText(one)
    })

    await test.step('And makes an offer, which the candidate accepts', async () => {
      await step(employer, atEmployer, 'Make an offer', 'Make the offer')
      await both('name')
      const mine = `/me/introductions/${introduction}`
      await step(candidate, mine, 'Say yes to the offer', 'Yes, I accept the offer')
      await expect(candidate.main).toContainText('You said yes to the offer')
    })
    await both('name')

    await test.step('And records the start, which the mentor confirms', async () => {
      await recordStart(employer, atEmployer)
      await expect(employer.main).toContainText('The mentor confirms')
      await board.goTo('/board')
      expect(await confirmedStarts(board)).toBe(startsBefore)
      await mentor.goTo('/mentor')
      const task = mentor.main.getByRole('row').filter({ hasText: canaries.fullName })
      await mentor.choose('Confirm the start', task)
      await mentor.choose('Confirm the start')
      await mentor.choose('Yes, confirm the start')
    })

    await test.step('Then the board counts one start more', async () => {
      await board.goTo('/board')
      expect(await confirmedStarts(board)).toBe(startsBefore + 1)
    })
    await both('name')

    await test.step('When the candidate takes it back while the employer reads the name', async () => {
      await employer.goTo(atEmployer)
      await employer.heard()
      const mine = `/me/introductions/${introduction}`
      await step(candidate, mine, 'Take it back', 'Yes, take it back')
      await expect(candidate.main).toContainText('You have taken it back')
    })

    await test.step('Then a reload, going back, and every address hide all of it at once', async () => {
      await employer.arrive(() => employer.page.reload())
      await expect(employer.main).toContainText('The person has left this introduction')
      await employer.arrive(() => employer.page.goBack())
      await both('nothing')
      await employer.goTo(atEmployer)
      await expect(employer.main).toContainText('The person has left this introduction')
      await expect(employer.main.getByRole('button')).toHaveCount(0)
      await employer.goTo('/employer')
      await expect(employer.main).toContainText('The person has left this introduction')
      await both('nothing')
    })

    await test.step('And the employer closes its opening, which nobody finds any more', async () => {
      await employer.goTo(draft)
      await employer.choose('Close this opening')
      await answer(employer, { 'What happened?': 'Not filled: something else' })
      await employer.choose('Close this opening')
      await rival.goTo(opening, 404)
    })
  })

/** The last step of the board's funnel, as its page says it. */
async function confirmedStarts(board: Person): Promise<number> {
  const row = board.main.getByRole('row', { name: /^Started, confirmed/ })
  return Number(await row.getByRole('cell').last().innerText())
}
