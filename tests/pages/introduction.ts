import { expect } from '@playwright/test'
import { answer } from './form.ts'
import type { Person } from './person.ts'

/** Says "I'm interested" on an opening; gives the introduction's id. */
export async function showInterest(candidate: Person, opening: string): Promise<string> {
  await candidate.goTo(opening)
  await candidate.choose('I’m interested')
  await expect(candidate.main).toContainText('The employer cannot')
  return new URL(candidate.page.url()).pathname.split('/').at(-1) ?? ''
}

/** The address of an opening of a kind that they have no introduction for. */
export async function newOpening(candidate: Person, kind: string): Promise<string> {
  await candidate.goTo('/me')
  const known = await candidate.main.innerText()
  await candidate.goTo(`/openings?kind=${kind}`)
  const links = candidate.main.getByRole('heading', { level: 3 }).getByRole('link')
  for (const link of await links.all())
    if (!known.includes(await link.innerText())) return (await link.getAttribute('href')) ?? ''
  throw new Error(`No opening of kind ${kind} is left`)
}

/** Reads the exact words and says yes to them. */
export async function consent(candidate: Person, id: string) {
  await candidate.goTo(`/me/introductions/${id}`)
  await candidate.choose('Read the words and decide')
  await candidate.choose('Yes, share these words')
}

/** Finds somebody's introduction among what needs doing, and approves it. */
export async function approve(mentor: Person, candidateName: string) {
  await mentor.goTo('/mentor')
  const task = mentor.main.getByRole('row').filter({ hasText: candidateName })
  await mentor.choose('Approve or refuse', task)
  await mentor.choose('Approve')
  await mentor.choose('Approve introduction')
}

/** Takes one step of an introduction: follows its link, and says yes on the page that asks. */
export async function step(person: Person, address: string, link: string, button: string) {
  await person.goTo(address)
  await person.choose(link)
  await person.choose(button)
}

/** Records that somebody has started today. */
export async function recordStart(employer: Person, address: string) {
  await employer.goTo(address)
  await employer.choose('Record the start')
  await answer(employer, { 'First day': new Date() })
  await employer.choose('Record the start')
}
