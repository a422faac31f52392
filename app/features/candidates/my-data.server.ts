import { asc, eq } from 'drizzle-orm'
import { recordAudit } from '#app/features/audit/record.server.ts'
import { findStatement } from '#app/features/disclosure/statement.server.ts'
import { NAMELESS_EMPLOYER } from '#app/features/introductions/queries.server.ts'
import type { State } from '#app/features/introductions/events.ts'
import { statusFor } from '#app/features/introductions/status.ts'
import { hours, kinds, labelOf, sectors } from '#app/features/opportunities/vocabulary.ts'
import {
  qualificationInWords,
  startInWords,
  travelInWords,
  weekInWords,
} from '#app/features/profiles/in-words.ts'
import {
  findExpectedRelease,
  getAvailability,
  getPause,
  getProfile,
  getStatement,
  getTravel,
  getWishes,
  listHidden,
  listKeptApart,
  listQualifications,
  placesGained,
} from '#app/features/profiles/queries.server.ts'
import { getStatus, listOwnRestrictions } from '#app/features/restrictions/queries.server.ts'
import { statuses } from '#app/features/restrictions/status.ts'
import { longDate } from '#app/platform/clock.ts'
import type { Context } from '#app/platform/context.ts'
import type { Paper, PaperPart } from '#app/platform/paper.ts'
import { mentors, users } from '#db/schema/accounts.ts'
import {
  candidateIdentities,
  candidates,
  candidateSupervision,
  mentorAssignments,
  profileTexts,
} from '#db/schema/candidates.ts'
import { employers } from '#db/schema/employers.ts'
import { introductions } from '#db/schema/introductions.ts'
import { opportunities } from '#db/schema/opportunities.ts'
import { enrolments, programmes } from '#db/schema/programmes.ts'
import { getOwn, listSightings } from './queries.server.ts'

/**
 * Everything that is held about the signed-in candidate and that they may read, with who saw what.
 * Each part is read under their own rights, so that nothing they may not read can come in.
 */
export async function getMyData(ctx: Context): Promise<Paper> {
  const { id, reference } = await getOwn(ctx)
  await recordAudit(ctx, { action: 'candidate.export', objectType: 'candidate', objectId: id })
  const parts = [
    await whoTheyAre(ctx, id),
    await programmesOf(ctx, id),
    await mentorsOf(ctx, id),
    await profileOf(ctx, id),
    await qualificationsOf(ctx, id),
    await wishesOf(ctx, id),
    await apartOf(ctx, id),
    await lockedOf(ctx, id),
    await introductionsOf(ctx, id),
    ...(await textsOf(ctx, id)),
    await sightingsOf(ctx),
  ]
  return {
    title: 'What is held about me',
    under: [`Reference ${reference}`, `As of ${longDate(ctx.clock.now())}`],
    parts,
  }
}

const fact = (name: string, value: string | null | undefined) => ({ name, value: value || 'None' })
const list = (heading: string, lines: string[]): PaperPart =>
  lines.length > 0 ? { heading, lines } : { heading, words: 'None' }

async function whoTheyAre({ db, actor }: Context, id: string): Promise<PaperPart> {
  const [person] = await db
    .select({
      fullName: candidateIdentities.fullName,
      email: candidateIdentities.email,
      phone: candidateIdentities.phone,
      dateOfBirth: candidateIdentities.dateOfBirth,
      isOnLicence: candidateSupervision.isOnLicence,
      since: candidates.createdAt,
    })
    .from(candidates)
    .innerJoin(candidateIdentities, eq(candidateIdentities.candidateId, candidates.id))
    .leftJoin(candidateSupervision, eq(candidateSupervision.candidateId, candidates.id))
    .where(eq(candidates.id, id))
  const [account] = await db
    .select({ email: users.email, name: users.name, since: users.createdAt })
    .from(users)
    .where(eq(users.id, actor.userId ?? ''))
  return {
    heading: 'Who I am',
    facts: [
      fact('Name', person?.fullName),
      fact('Date of birth', person && longDate(person.dateOfBirth)),
      fact('Phone', person?.phone),
      fact('E-mail', person?.email),
      fact('On licence', person?.isOnLicence ? 'Yes' : 'No'),
      fact('With us since', person && longDate(person.since)),
      fact('Account', account && `${account.name}, ${account.email}, ${longDate(account.since)}`),
    ],
  }
}

async function programmesOf({ db }: Context, id: string): Promise<PaperPart> {
  const rows = await db
    .select({ name: programmes.name, from: enrolments.startedOn, to: enrolments.endedOn })
    .from(enrolments)
    .innerJoin(programmes, eq(programmes.id, enrolments.programmeId))
    .where(eq(enrolments.candidateId, id))
    .orderBy(asc(enrolments.startedOn))
  return list(
    'Programmes',
    rows.map(({ name, from, to }) => `${name}, ${since(from, to)}`),
  )
}

async function mentorsOf({ db }: Context, id: string): Promise<PaperPart> {
  const rows = await db
    .select({
      name: mentors.displayName,
      organisation: mentors.organisation,
      isCover: mentorAssignments.isCover,
      from: mentorAssignments.startsAt,
      to: mentorAssignments.endsAt,
    })
    .from(mentorAssignments)
    .innerJoin(mentors, eq(mentors.userId, mentorAssignments.mentorUserId))
    .where(eq(mentorAssignments.candidateId, id))
    .orderBy(asc(mentorAssignments.startsAt))
  return list(
    'My mentors',
    rows.map(
      ({ name, organisation, isCover, from, to }) =>
        `${name}, ${organisation}${isCover ? ' (cover)' : ''}, ${since(from, to)}`,
    ),
  )
}

const since = (from: Date | string, to: Date | string | null) =>
  `from ${longDate(from)}${to ? ` to ${longDate(to)}` : ''}`

async function profileOf(ctx: Context, id: string): Promise<PaperPart> {
  const profile = await getProfile(ctx, id)
  return {
    heading: 'My own words',
    facts: [
      fact('What I am good at', profile.strengths),
      fact('My skills', profile.skills),
      fact('What I have done', profile.experience),
      fact('What I want to say', (await getStatement(ctx, id)).body),
    ],
  }
}

async function qualificationsOf(ctx: Context, id: string): Promise<PaperPart> {
  const places = await placesGained(ctx, id)
  const rows = await listQualifications(ctx, id)
  return list(
    'Tickets and qualifications',
    rows.map((row) => {
      const place = places.get(row.id)
      return qualificationInWords(row) + (place ? `; where I got it, for me alone: ${place}` : '')
    }),
  )
}

async function wishesOf(ctx: Context, id: string): Promise<PaperPart> {
  const wishes = await getWishes(ctx, id)
  const availability = await getAvailability(ctx, id)
  const labels = (choices: Parameters<typeof labelOf>[0], chosen: string[]) =>
    chosen.map((one) => labelOf(choices, one)).join(', ')
  const { needsChildcare } = availability
  const { pausedAt } = await getPause(ctx, id)
  return {
    heading: 'What I want',
    facts: [
      fact('Kinds', labels(kinds, wishes.kinds)),
      fact('Work', labels(sectors, wishes.sectors)),
      fact('Hours', labels(hours, wishes.hours)),
      fact('Postcode area', wishes.outcode),
      fact('How far', `${wishes.reachMiles} miles`),
      fact('In the week', weekInWords(availability).join('\n')),
      fact('Childcare', needsChildcare === null ? 'Not said' : needsChildcare ? 'Needed' : 'No'),
      fact('Getting there', travelInWords(await getTravel(ctx, id)).join('\n')),
      fact(
        'Start',
        startInWords({ ...wishes, expectedRelease: await findExpectedRelease(ctx, id) }),
      ),
      fact('Pause', pausedAt ? `Since ${longDate(pausedAt)}` : 'None'),
    ],
  }
}

async function apartOf(ctx: Context, id: string): Promise<PaperPart> {
  const hidden = await listHidden(ctx, id)
  const apart = await listKeptApart(ctx, id)
  return {
    heading: 'Whom I stay away from',
    facts: [
      fact('Employers I hide from', hidden.map(({ name }) => name ?? NAMELESS_EMPLOYER).join('\n')),
      fact('People and places', apart.map(({ who }) => who).join('\n')),
    ],
  }
}

/** What is kept locked for everybody else; of one's own it needs no reason. */
async function lockedOf(ctx: Context, id: string): Promise<PaperPart> {
  const { status } = await getStatus(ctx, id)
  const restrictions = await listOwnRestrictions(ctx, id)
  const statement = await findStatement(ctx, id)
  const inWords = restrictions.map(({ effect, source, reviewOn }) =>
    [effect, source, `looked at again on ${longDate(reviewOn)}`].join('; '),
  )
  return {
    heading: 'What employers are never told',
    facts: [
      fact('Restrictions', [labelOf(statuses, status), ...inWords].join('\n')),
      fact('My past, in my own words', statement?.words),
    ],
  }
}

async function introductionsOf({ db }: Context, id: string): Promise<PaperPart> {
  const rows = await db
    .select({
      title: opportunities.title,
      employerName: employers.name,
      state: introductions.state,
      createdAt: introductions.createdAt,
      consentGivenAt: introductions.consentGivenAt,
      officerName: introductions.officerName,
    })
    .from(introductions)
    .innerJoin(opportunities, eq(opportunities.id, introductions.opportunityId))
    .leftJoin(employers, eq(employers.id, introductions.employerId))
    .where(eq(introductions.candidateId, id))
    .orderBy(asc(introductions.createdAt))
  return list(
    'Introductions',
    rows.map((row) =>
      [
        `${row.title}, ${row.employerName ?? NAMELESS_EMPLOYER}, since ${longDate(row.createdAt)}`,
        statusFor(row.state as State, 'candidate'),
        row.consentGivenAt && `I said yes on ${longDate(row.consentGivenAt)}`,
        row.officerName && `Approved by the officer ${row.officerName}`,
      ]
        .filter(Boolean)
        .join('; '),
    ),
  )
}

/** Every text that was kept for a yes, word for word. */
async function textsOf({ db }: Context, id: string): Promise<PaperPart[]> {
  const texts = await db
    .select({ body: profileTexts.body, createdAt: profileTexts.createdAt })
    .from(profileTexts)
    .where(eq(profileTexts.candidateId, id))
    .orderBy(asc(profileTexts.createdAt))
  return texts.map(({ body, createdAt }) => ({
    heading: `Words kept on ${longDate(createdAt)}`,
    words: body,
  }))
}

async function sightingsOf(ctx: Context): Promise<PaperPart> {
  const sightings = await listSightings(ctx, { isWhole: true })
  return list(
    'Who saw what',
    sightings.map(({ at, who, what }) => `${longDate(at)}: ${who}: ${what}`),
  )
}
