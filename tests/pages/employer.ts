import { expect } from '@playwright/test'
import { followLinkInMail } from './account.ts'
import { answer, inDays, type Answer } from './form.ts'
import type { Person } from './person.ts'

export interface Registration {
  organisation: string
  personName: string
  email: string
}

/** Registers an organisation by the public form and the link of the mail; a password is asked next. */
export async function registerEmployer(
  visitor: Person,
  { organisation, personName, email }: Registration,
) {
  await visitor.goTo('/')
  await visitor.choose('Offer an opening')
  await answer(visitor, {
    'Name of your organisation': organisation,
    'What does it do?': 'Mends and sells furniture',
    'First part of your postcode': 'NR3',
    'Work phone number': '01632 960444',
    'Your name': personName,
    'Your work e-mail address': email,
  })
  await visitor.choose('Register')
  await expect(visitor.main).toContainText('Check your e-mail')
  await followLinkInMail(visitor, email.toLowerCase())
  await expect(visitor.main).toContainText(organisation)
  await visitor.choose('Finish registering')
}

/** The pages of a job, in the order of the task list, each with answers that will do. */
export const jobAnswers = (title: string) =>
  ({
    'What it is': {
      Title: title,
      'What will the person do?': 'Sand, glue and paint. We teach the rest.',
      'Kind of work': 'Manufacturing',
    },
    'Where it is': {
      'Can it be done from home?': 'No',
      'First part of the postcode': 'NR3',
    },
    'Hours, places and closing date': {
      Hours: ['Full time', 'Shifts'],
      'How many places are there?': '2',
      'Last day to show interest': inDays(40),
    },
    'Who it is for': {
      'Who may see this opening?': 'Anyone',
      'Youngest age': '18',
      'How do you look at convictions?': 'Open to everybody, whatever is in their past',
      'Criminal record check (DBS)': 'No check',
    },
    'What they will get': {
      Pay: '12.90',
      'Pay is for': 'an hour',
      'Hours a week': '37',
      Contract: 'Permanent',
    },
  }) satisfies Record<string, Record<string, Answer>>

/** Begins a draft and comes to its task list; gives its address. */
export async function startDraft(employer: Person, kind: string): Promise<string> {
  await employer.goTo('/employer')
  await employer.choose('Post an opening')
  await answer(employer, { 'What are you offering?': kind })
  await employer.choose('Start a draft')
  return new URL(employer.page.url()).pathname
}

/** Fills in one page of an opening, from its task list and back to it. */
export async function fillSection(
  employer: Person,
  title: string,
  answers: Record<string, Answer>,
) {
  await employer.choose(title)
  await answer(employer, answers)
  await employer.choose('Save this part')
}

/** Sends an opening in from its task list. */
export async function sendIn(employer: Person) {
  await employer.choose('Check your answers')
  await employer.choose('Send it to the office')
  await expect(employer.main).toContainText('Sent to the office')
}
