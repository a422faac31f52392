import { expect } from '@playwright/test'
import { answer, type Answer } from './form.ts'
import type { Person } from './person.ts'

/** Says yes to an employer that has registered. */
export async function approveEmployer(office: Person, name: string) {
  await office.goTo('/office/employers')
  await office.choose(name)
  await expect(office.page).toHaveTitle(`${name} – Throughgate`)
  await answer(office, { 'Your decision': 'Approve' })
  await office.choose('Save the decision')
}

/** Sends an opening back with a note on one answer. */
export async function returnOpening(
  office: Person,
  title: string,
  on: { section: string; question: string; note: string },
) {
  await office.goTo('/office/review')
  await office.choose(title)
  await office.main.getByText(`Notes on “${on.section}”`).click()
  await office.main.getByRole('textbox', { name: on.question, exact: true }).fill(on.note)
  await office.choose('Send back with these notes')
}

/** Makes an opening live. */
export async function approveOpening(office: Person, title: string) {
  await office.goTo('/office/review')
  await office.choose(title)
  await office.choose('Approve and make live')
}

export interface Enrolment {
  fullName: string
  email: string
  phone: string
  mentor: string
  /** An adult's unless given. */
  dateOfBirth?: Date
  programme?: string
}

/** Enrols somebody in a programme, and puts them on a mentor's caseload. */
export async function enrol(office: Person, person: Enrolment) {
  await office.goTo('/office')
  await office.choose('Enrol a person in a programme')
  await answer(office, {
    'Full name': person.fullName,
    'E-mail address, if they have one': person.email,
    'Phone, if they have one': person.phone,
    'Date of birth': person.dateOfBirth ?? new Date('1994-05-17'),
    'First part of the postcode': 'NR2',
    'Is the person on licence?': 'No',
    Programme: person.programme ?? 'Pathway Out',
    ...(person.programme
      ? {}
      : {
          'Does the programme have rules to make sure of?': 'I have made sure that they meet them',
        }),
  })
  await office.choose('Enrol this person')
  await expect(office.main).toContainText('Nobody yet')
  await assign(office, person.mentor)
}

/** Puts the person whose page is open on a mentor's caseload, and off any other. */
export async function assign(office: Person, mentor: string) {
  await answer(office, { Mentor: mentor })
  await office.choose('Assign this mentor')
  await expect(office.main).toContainText(`${mentor}, `)
}

/** Invites somebody of the staff by the form for it, with what it asks of them besides. */
export async function invite(
  office: Person,
  { name, email, answers }: { name: string; email: string; answers: Record<string, Answer> },
) {
  await office.goTo('/office/users/new')
  await answer(office, { Name: name, 'E-mail address': email, ...answers })
  await office.choose('Send the invitation')
}
