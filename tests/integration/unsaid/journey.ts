import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import {
  makeGrant,
  makeMentor,
  makeOpportunity,
  makeProgramme,
  makeUser,
} from '#db/factories/index.ts'
import { hashPassword } from '#app/platform/password.server.ts'
import { employers } from '#db/schema/employers.ts'
import { restrictionFields } from '#tests/support/restriction.ts'
import { cookieFor } from '#tests/support/session.ts'
import type { Overheard, Who } from './overheard.ts'
import { BORN, EMAIL, NAME, OFFICER, PHONE, POSTCODE, PROGRAMME } from './secrets.ts'

const PASSWORD = 'correct horse battery staple'

/** What the office types to enrol the person. */
export const enrolment = (programmeId: string, mentorUserId: string, email = EMAIL) => ({
  idempotencyKey: randomUUID(),
  fullName: NAME,
  email,
  phone: PHONE,
  outcode: POSTCODE,
  onLicence: 'yes',
  ...day('dateOfBirth', BORN),
  programmeId,
  mentorUserId,
})

/** The main journey, by forms and letters alone, but for the opening; looking round on the way. */
export async function walk(product: Overheard) {
  const { begin, be, submit, lookRound, linkTo } = product
  const { mentorUserId, programmeId } = await fill(product)
  begin('registered')
  await submit('nobody', '/employers/register', {
    organisation: 'Pier Café',
    description: 'Chips',
    outcode: 'NR31',
    workPhone: '01493 960123',
    personName: 'Ash',
    email: 'ash@example.test',
  })
  const choose = await submit('nobody', await linkTo('ash@example.test'))
  await submit('nobody', choose, { password: PASSWORD })
  be('employer')
  await submit('employer', '/sign-in', { email: 'ash@example.test', password: PASSWORD })
  const opportunityId = await approveAndPost(product)

  begin('enrolled')
  const person = await submit(
    'coordinator',
    '/office/candidates/new',
    enrolment(programmeId, mentorUserId),
  )
  await submit('nobody', '/sign-in/link', { email: EMAIL })
  be('candidate')
  await submit('candidate', await linkTo(EMAIL))
  const wishes = { kinds: 'job', outcode: POSTCODE, reachMiles: '20', version: '1' }
  await submit('candidate', '/me/profile/wishes', wishes)
  const strengths = { body: 'Quick with my hands', version: '1' }
  await submit('candidate', '/me/profile/strengths', strengths)
  await keepPrivate(product, `/mentor/candidates/${person.split('/').at(-1)}`)
  const own = await submit('candidate', `/openings/${opportunityId}/interest`)
  const id = /introductions\/([\w-]+)/.exec(own)?.[1] ?? ''
  const key = (who: Who, page: string) => turnKey(product, who, page)
  await key('candidate', `/me/introductions/${id}/consent`)
  await lookRound('mentor', ['/mentor'])
  await lookRound('employer', ['/employer'])
  await submit('mentor', `/mentor/introductions/${id}/record-approval`, {
    officerName: OFFICER,
    ...day('approvedOn', { day: '5', month: '3', year: '2020' }),
  })
  await lookRound('mentor', ['/mentor'])
  await key('mentor', `/mentor/introductions/${id}/approve`)

  begin('released')
  await lookRound('employer', ['/employer', '/'])
  begin('named')
  const theirs = `/employer/introductions/${id}`
  await submit('employer', `${theirs}/meet`)
  await lookRound('employer', ['/employer'])
  await submit('employer', `${theirs}/offer`)
  await submit('candidate', `/me/introductions/${id}/accept`)
  await submit('employer', `${theirs}/start`, day('startedOn', today()))
  await submit('mentor', `/mentor/introductions/${id}/confirm-start`)
  await lookRound('employer', ['/employer', theirs])
  await lookRound('candidate', ['/me'])
  await lookRound('mentor', ['/mentor'])
  await lookRound('coordinator', ['/office'])
  await lookRound('board', ['/board'])
  begin('taken back')
  await submit('candidate', `/me/introductions/${id}/withdraw`)
  await lookRound('employer', ['/employer', theirs])
  await lookRound('nobody', ['/'])
  await walkOtherWays(product, opportunityId)
  return { programmeId }
}

/** Writes one text of each kind that is kept sealed, and reads all of them. */
async function keepPrivate({ begin, submit, get, post }: Overheard, person: string) {
  begin('kept private')
  const restriction = restrictionFields({ details: 'Kestrelmoor' })
  await submit('mentor', `${person}/restrictions/add`, restriction)
  await submit('mentor', `${person}/safeguarding`, { id: uuidv7(), note: 'Plovergate' })
  const words = { words: 'Wrenfathom', share: 'yes', version: '0' }
  await submit('candidate', '/me/private/words', words)
  await get('candidate', '/me/private')
  await get('candidate', '/me/private/words')
  for (const kind of ['restrictions', 'statement', 'safeguarding']) {
    const reading = { kind, reason: 'To plan the week', heldBackBecause: '', password: PASSWORD }
    await post('mentor', `${person}/read`, { ...reading, password: 'not the password' })
    await submit('mentor', `${person}/read`, reading)
  }
  await get('mentor', `${person}/read`)
  await get('mentor', `/mentor/restrictions/${restriction.id}`)
  begin('enrolled')
}

/** The ways that end otherwise, for the letters they are told by. */
async function walkOtherWays(product: Overheard, opportunityId: string) {
  const { begin, submit } = product
  begin('other ways')
  for (const end of ['refuse', 'not-this-time', 'decline-offer'] as const) {
    const own = await submit('candidate', `/openings/${opportunityId}/interest`)
    const id = /introductions\/([\w-]+)/.exec(own)?.[1] ?? ''
    const mentors = `/mentor/introductions/${id}`
    if (end === 'refuse') {
      await submit('mentor', `${mentors}/refuse`, { reason: 'not_ready' })
      continue
    }
    await turnKey(product, 'candidate', `/me/introductions/${id}/consent`)
    await submit('mentor', `${mentors}/record-approval`, {
      officerName: OFFICER,
      ...day('approvedOn', { day: '5', month: '3', year: '2020' }),
    })
    await turnKey(product, 'mentor', `${mentors}/approve`)
    const theirs = `/employer/introductions/${id}`
    if (end === 'not-this-time') await submit('employer', `${theirs}/${end}`, { reason: 'hours' })
    else {
      await submit('employer', `${theirs}/meet`)
      await submit('employer', `${theirs}/offer`)
      await submit('candidate', `/me/introductions/${id}/${end}`)
    }
  }
}

/** Those whom the journey finds there: the scheme's own people, and its programme. */
const fill = ({ web, be }: Overheard) =>
  web.asSystem(async (tx) => {
    const now = new Date()
    const passwordHash = await hashPassword(PASSWORD)
    const mentor = await makeMentor(tx, { passwordHash, isSafeguardingLead: true })
    be('mentor', await cookieFor(tx, mentor.userId, now))
    for (const role of ['board', 'coordinator'] as const) {
      const user = await makeUser(tx)
      await makeGrant(tx, { userId: user.id, role })
      be(role, await cookieFor(tx, user.id, now))
    }
    const programme = await makeProgramme(tx, { name: PROGRAMME, slug: 'chantry-burglary' })
    return { mentorUserId: mentor.userId, programmeId: programme.id }
  })

/** A live opening that leaves some convictions out: answers that only its own page gives. */
async function approveAndPost({ web, submit }: Overheard): Promise<string> {
  const employer = await web.asSystem(async (tx) => {
    const [row] = await tx.select().from(employers).where(eq(employers.name, 'Pier Café'))
    return row
  })
  const decision = { decision: 'approve', reason: '', version: '1' }
  await submit('coordinator', `/office/employers/${employer?.id}`, decision)
  const opening = await web.asSystem((tx) =>
    makeOpportunity(tx, {
      employerId: employer?.id,
      title: 'Kitchen porter',
      stance: 'exclusions',
      exclusions: [{ code: 'money', reason: 'The till, and past convictions for theft' }],
      dbsLevel: 'basic',
      dbsBasis: 'Victims of crime live in the house',
    }),
  )
  return opening.id
}

/** Reads the words on a page and says yes to exactly them. */
async function turnKey({ get, submit }: Overheard, who: Who, page: string) {
  const { body } = await get(who, page)
  const textHash = /name="textHash" value="([0-9a-f]{64})"/.exec(body)?.[1] ?? ''
  await submit(who, page, { textHash })
}

function today() {
  const [year = '', month = '', date = ''] = new Date().toISOString().slice(0, 10).split('-')
  return { day: date, month, year }
}

function day(name: string, boxes: { day: string; month: string; year: string }) {
  return Object.fromEntries(Object.entries(boxes).map(([box, typed]) => [`${name}-${box}`, typed]))
}
