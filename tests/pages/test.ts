import { test as base } from '@playwright/test'
import { openPerson, type Person, type PersonOptions } from './person.ts'

/** Gives a test people with browsers of their own; each is asked at the end what went wrong. */
export const test = base.extend<{ open: (options?: PersonOptions) => Promise<Person> }>({
  open: async ({ browser }, use) => {
    const people: Person[] = []
    await use(async (options) => {
      const person = await openPerson(browser, options)
      people.push(person)
      return person
    })
    for (const person of people) await person.leave()
  },
})

export { expect } from '@playwright/test'
