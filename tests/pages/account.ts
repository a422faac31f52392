import { expect } from '@playwright/test'
import { answer } from './form.ts'
import type { Person } from './person.ts'

export type DemoRole = 'candidate' | 'mentor' | 'employer' | 'board' | 'coordinator'

/** Becomes one of the demo's people, by the button on the start page. */
export async function tryAs(person: Person, role: DemoRole) {
  await person.goTo('/')
  await person.choose(new RegExp(`^Try it as an? ${role}`))
}

/** Opens the newest message to an address, as the demo shows it, and follows the link in it. */
export async function followLinkInMail(person: Person, address: string) {
  const message = person.main.locator('section').filter({ hasText: `To: ${address}` })
  // Some mail is written by a task, a moment after it was asked for.
  await expect(async () => {
    await person.goTo('/demo/mail')
    await expect(message.first()).toBeVisible({ timeout: 100 })
  }).toPass()
  await person.choose(/^http/, message.first())
}

/** Chooses a password on the page that asks for one, and signs in with it. */
export async function choosePassword(person: Person, address: string, password: string) {
  await answer(person, { 'New password': password })
  await person.choose('Set my password')
  await expect(person.main).toContainText('Your new password is set')
  await signInWithPassword(person, address, password)
}

/** Signs in on the page where passwords are asked for. */
export async function signInWithPassword(person: Person, address: string, password: string) {
  await person.goTo('/sign-in')
  await answer(person, { 'E-mail address': address, Password: password })
  await person.choose('Sign in')
}

/** Signs in as candidates do, without a password. */
export async function signInByMail(person: Person, address: string) {
  await person.goTo('/sign-in/link')
  await answer(person, { 'Your e-mail address': address })
  await person.choose('Send me a link')
  await expect(person.main).toContainText('Check your e-mail')
  await followLinkInMail(person, address)
  await person.choose('Sign in')
}

export async function signOut(person: Person) {
  await person.choose('Sign out', person.page.getByRole('banner'))
}
