import { people, type Person, type Scene } from './scene.ts'

export type ThingName = keyof Scene['things']

/**
 * Who may see what an address is about, written down here and worked out from nothing: the office
 * would answer these questions in the same way. For people who do not come in by the door of the
 * page at all the mark is "-" as well. A restriction is seen by nobody to whom it was not opened
 * (tests/integration/sensitive).
 *
 * no nobody            ca candidate          c2 other candidate    me mentor
 * le safeguarding lead m2 other mentor       em employer           e2 other employer
 * pe pending employer  bo board              of coordinator (the office)
 * ol coordinator who is a safeguarding lead
 */
const grid = `
  place                           | thing                      | no ca c2 me le m2 em e2 pe bo of ol
  openings/:id                    | a live opening             | ●  ●  ●  ●  ●  ●  ●  ●  ●  ●  ●  ●
  openings/:id                    | an opening for programmes  | -  ●  ●  ●  ●  ●  ●  -  -  -  ●  ●
  openings/:id                    | a draft                    | -  -  -  -  -  -  ●  -  -  -  ●  ●
  openings/:id                    | a closed opening           | -  -  -  ●  ●  ●  ●  -  -  -  ●  ●
  employer/openings/:id           | a live opening             | -  -  -  -  -  -  ●  -  -  -  -  -
  employer/openings/:id           | a draft                    | -  -  -  -  -  -  ●  -  -  -  -  -
  mentor/openings/:id             | a live opening             | -  -  -  ●  ●  ●  -  -  -  -  -  -
  mentor/openings/:id             | an opening for programmes  | -  -  -  ●  ●  ●  -  -  -  -  -  -
  mentor/openings/:id             | a draft                    | -  -  -  -  -  -  -  -  -  -  -  -
  office/review/:id               | a draft                    | -  -  -  -  -  -  -  -  -  -  ●  ●
  me/introductions/:id            | an introduction asked for  | -  ●  -  -  -  -  -  -  -  -  -  -
  me/introductions/:id            | an introduction released   | -  ●  -  -  -  -  -  -  -  -  -  -
  me/introductions/:id            | an introduction taken back | -  ●  -  -  -  -  -  -  -  -  -  -
  mentor/introductions/:id        | an introduction asked for  | -  -  -  ●  ●  -  -  -  -  -  -  -
  mentor/introductions/:id        | an introduction released   | -  -  -  ●  ●  -  -  -  -  -  -  -
  mentor/introductions/:id        | an introduction taken back | -  -  -  ●  ●  -  -  -  -  -  -  -
  employer/introductions/:id      | an introduction asked for  | -  -  -  -  -  -  -  -  -  -  -  -
  employer/introductions/:id      | an introduction released   | -  -  -  -  -  -  ●  -  -  -  -  -
  employer/introductions/:id      | an introduction taken back | -  -  -  -  -  -  ●  -  -  -  -  -
  mentor/candidates/:id           | the person                 | -  -  -  ●  ●  -  -  -  -  -  -  -
  mentor/restrictions/:id         | a restriction              | -  -  -  -  -  -  -  -  -  -  -  -
  office/candidates/:id           | the person                 | -  -  -  -  -  -  -  -  -  -  ●  ●
  office/restrictions/:id         | a restriction              | -  -  -  -  -  -  -  -  -  -  -  -
  office/second-approvals/:id     | an introduction asked for  | -  -  -  -  -  -  -  -  -  -  -  -
  office/second-approvals/:id     | one of somebody under 18   | -  -  -  -  -  -  -  -  -  -  -  ●
  office/employers/:id            | a pending employer         | -  -  -  -  -  -  -  -  -  -  ●  ●
  programmes/:slug                | a public programme         | ●  ●  ●  ●  ●  ●  ●  ●  ●  ●  ●  ●
  programmes/:slug                | a programme                | -  -  -  -  -  -  -  -  -  -  -  -
  office/programmes/:id           | a programme                | -  -  -  -  -  -  -  -  -  -  ●  ●
  office/funding/:id              | its money                  | -  -  -  -  -  -  -  -  -  -  ●  ●
  office/areas/:id                | its area                   | -  -  -  -  -  -  -  -  -  -  ●  ●
  office/sources/:id              | its source                 | -  -  -  -  -  -  -  -  -  -  ●  ●
  office/metrics/:id              | what it counts             | -  -  -  -  -  -  -  -  -  -  ●  ●
  office/values/:id               | its number                 | -  -  -  -  -  -  -  -  -  -  ●  ●
  office/organisations/:id        | an organisation            | -  -  -  -  -  -  -  -  -  -  ●  ●
  office/districts/:id            | a district                 | -  -  -  -  -  -  -  -  -  -  ●  ●
  office/enrolments/:id           | an enrolment               | -  -  -  -  -  -  -  -  -  -  ●  ●
  mentor/enrolments/:id           | an enrolment               | -  -  -  ●  ●  -  -  -  -  -  -  -
  office/users/:id                | an account                 | -  -  -  -  -  -  -  -  -  -  ●  ●
  sign-in/link/:token             | a link                     | ●  ●  ●  ●  ●  ●  ●  ●  ●  ●  ●  ●
  reset-password/:token           | a link                     | ●  ●  ●  ●  ●  ●  ●  ●  ●  ●  ●  ●
  employers/register/:token       | a link                     | ●  ●  ●  ●  ●  ●  ●  ●  ●  ●  ●  ●
`

/** Acts that not everybody may do who sees the thing; for the others the act does not exist. */
export const actOnlyOf: Record<string, Person[]> = {
  'mentor/introductions/:id/second': ['safeguarding lead'],
  'mentor/candidates/:id/safeguarding': ['safeguarding lead'],
  'office/candidates/:id/safeguarding': ['office lead'],
}

interface Row {
  place: string
  thing: ThingName
  seenBy: Person[]
}

/** The things tried at an address, each with who may see it. */
export const thingsAt = (place: string): Row[] => rows.filter((row) => row.place === place)

const rows: Row[] = grid
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [place = '', thing = '', marks = ''] = line.split('|').map((cell) => cell.trim())
    const each = marks.split(/\s+/)
    if (each.length !== people.length) throw new Error(`The line of "${place}" is not complete`)
    return { place, thing: thing as ThingName, seenBy: people.filter((_, i) => each[i] === '●') }
  })
