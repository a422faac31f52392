import { randomInt } from 'node:crypto'

/** Words found nowhere else, made anew for every run, in what a candidate says of themselves. */
export function makeCanaries() {
  const [first, last, strength, skill, deed, ticket, place, apart, mailbox] = [
    word(),
    word(),
    word(),
    word(),
    word(),
    word(),
    word(),
    word(),
    word(),
  ]
  const email = `${mailbox.toLowerCase()}@people.example`
  const phone = `07700 ${randomInt(900_500, 901_000)}`
  return {
    fullName: `${first} ${last}`,
    email,
    phone,
    words: { strength, skill, deed, ticket, place, apart },
    /** Read after the first release. */
    profile: [strength, skill, deed, ticket],
    /** Read after the second release. */
    name: [first, last],
    /** Read by no employer: people are reached through their mentor, and some things are theirs. */
    never: [email, phone, phone.replace(' ', ''), place, apart],
  }
}

export type Canaries = ReturnType<typeof makeCanaries>

/** Ten letters or more that no other text holds. */
export function word(): string {
  const pick = (from: string) => from.charAt(randomInt(from.length))
  const syllables = Array.from({ length: 5 }, () => pick('bdfghjklmprtvz') + pick('aeiou'))
  const all = syllables.join('')
  return all.charAt(0).toUpperCase() + all.slice(1)
}
