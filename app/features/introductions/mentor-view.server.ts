import { eq, getTableColumns, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { recordAudit } from '#app/features/audit/record.server.ts'
import { isFull } from '#app/features/opportunities/places.server.ts'
import {
  dbsLevels,
  exclusions,
  hours,
  kinds,
  labelOf,
  sectors,
  stances,
} from '#app/features/opportunities/vocabulary.ts'
import { startInWords } from '#app/features/profiles/in-words.ts'
import { findExpectedRelease } from '#app/features/profiles/queries.server.ts'
import {
  forbidsApproval,
  isUnchecked,
  mustAskOfficer,
  weighRestrictions,
  type RestrictionStanding,
} from '#app/features/restrictions/gate.server.ts'
import { isVolunteer } from '#app/features/mentors/volunteer.server.ts'
import { asSystem } from '#app/platform/as-system.server.ts'
import { londonDay } from '#app/platform/clock.ts'
import type { Context } from '#app/platform/context.ts'
import { NotFound } from '#app/platform/errors.ts'
import { candidateIdentities, candidateWishes, profileTexts } from '#db/schema/candidates.ts'
import { employers } from '#db/schema/employers.ts'
import { introductions } from '#db/schema/introductions.ts'
import { opportunities } from '#db/schema/opportunities.ts'
import { nearestMiles } from '#search/distances.ts'
import { yearsOld } from './age.ts'
import { checksOf } from './checks.ts'
import { events, type EventName } from './events.ts'
import { giveawaysFor } from './giveaways.server.ts'
import { introductionIdOf } from './introduction-id.ts'
import type { MissingKey } from './gate.ts'
import { openActs } from './open-acts.ts'
import { NAMELESS_EMPLOYER } from './queries.server.ts'
import { standingOf, type Standing } from './standing.ts'
import { findBarriers } from './stays-away.server.ts'
import { notThisTimeReasons, refusalReasons, statusFor } from './status.ts'
import { mentorTask } from './task.ts'
import { contactOf, tickColumns } from './ticks.server.ts'
import { throughTheGate } from './transition.server.ts'
import { kindVersion, nextForMentor } from './wording.ts'
import { withdrawalForMentor } from './withdrawal.ts'
import type { Words } from './words.server.ts'
import { wordsToday } from './words-today.server.ts'

type Row = Awaited<ReturnType<typeof findToApprove>>[number]

/** One introduction for the person's mentor: wishes, needs, every check and the exact words. */
export async function getForMentor(ctx: Context, idInAddress: string | undefined) {
  if (ctx.actor.role !== 'mentor') throw new NotFound()
  return getToApprove(ctx, idInAddress, 'mentor')
}

/** The same for whoever approves it, with the acts that are open to this role. */
export async function getToApprove(
  ctx: Context,
  idInAddress: string | undefined,
  role: 'mentor' | 'coordinator',
) {
  const id = introductionIdOf(idInAddress)
  const [row] = await findToApprove(ctx, eq(introductions.id, id))
  if (!row) throw new NotFound()
  await recordAudit(ctx, { action: 'introduction.read', objectType: 'introduction', objectId: id })
  // That an officer has to approve says that the person is on licence.
  if (row.needsOfficer)
    await recordAudit(ctx, { action: 'supervision.read', objectType: 'introduction', objectId: id })

  const now = ctx.clock.now()
  const standing = standingOf(row, now)
  const { state, missing } = standing
  const hasConsent = isConsentLive(standing)
  const areWordsAgreed = hasConsent || standing.wasReleased
  const words = await wordsToApprove(ctx, row, standing)
  const giveaways = await giveawaysFor(
    ctx,
    { candidateId: row.candidateId, body: words.body },
    'mentor',
  )
  // A volunteer may not read these, but has to be told what they say of this one.
  const { isHidden, mayTouchKeptApart } = await throughTheGate(ctx, () =>
    findBarriers(ctx, row, { employerName: row.employerName, town: row.opening.town }),
  )
  const expectedRelease = await findExpectedRelease(ctx, row.candidateId)
  const mayGiveSecond = ctx.actor.isSafeguardingLead && row.approvalBy !== ctx.actor.userId
  const isByVolunteer = await isVolunteer(ctx)
  const weighed = await asSystem(ctx, (inside) => weighRestrictions(inside, row))
  // A volunteer is told only whether there are any; the approval is refused all the same.
  const restrictions = isByVolunteer ? { ...weighed, verdict: null } : weighed
  const employerName = row.employerName ?? NAMELESS_EMPLOYER
  const personName = row.candidateName
  return {
    id,
    state,
    status: statusFor(state, role),
    next: nextForMentor(standing),
    task: mentorTask(
      { ...row, state, missing, mayGiveSecond, employerName, personName },
      londonDay(now),
    ),
    /** At the employer, once it has said "meet". */
    contact: row.secondReleasedAt ? await contactOf(ctx, id) : null,
    kindReason: state === 'not_this_time' ? kindVersion(row.endedReason) : null,
    endedReason: labelOf([...refusalReasons, ...notThisTimeReasons], row.endedReason),
    person: { id: row.candidateId, name: personName },
    employerName,
    wasReleased: standing.wasReleased,
    needsSecond: row.needsSecond,
    ifTakenBack: withdrawalForMentor({ ...standing, employerName, personName }),
    startedOn: row.startedOn,
    words,
    areWordsAgreed,
    /** Nothing to do about them once the words are out. */
    mustGo: state === 'proposed' ? giveaways.mustGo : null,
    maybeNames: giveaways.maybeNames,
    opening: openingOf(row),
    wishes: wishesOf(row, expectedRelease),
    mayTouchKeptApart,
    checks: checksOf({
      consent: {
        givenAt: row.consentGivenAt,
        expiresAt: row.consentExpiresAt,
        isLive: hasConsent,
        isUsed: standing.wasReleased,
      },
      officer: {
        isNeeded: row.needsOfficer,
        name: row.officerName,
        approvedOn: row.officerApprovedOn,
      },
      giveaways: giveaways.found,
      approvedNotNames: row.approvedHash === words.hash ? row.approvalNotNames : [],
      second: { isNeeded: row.needsSecond, givenAt: row.secondApprovedAt },
      restrictions:
        restrictions.isRecorded || restrictions.status !== 'not_checked' ? restrictions : null,
      isHidden,
      wishes: row.wishes,
      opening: row.opening,
      miles: row.wishes && nearestMiles(row.wishes.outcode, row.opening.outcodes),
      age: yearsOld(row.born, now),
    }),
    can: openActs(state, role).filter((act) =>
      isOpen(act, row, missing, {
        mayGiveSecond,
        words,
        isHidden,
        isGivenAway: giveaways.mustGo !== null,
        restrictions,
      }),
    ),
    mustCheckRestrictions: state === 'proposed' && !isByVolunteer && isUnchecked(restrictions),
  }
}

const approvedTexts = alias(profileTexts, 'approved_texts')

/** What approvers are shown of introductions, of those that are visible to them. */
export function findToApprove({ db }: Context, where: SQL | undefined) {
  return db
    .select({
      ...getTableColumns(introductions),
      candidateName: candidateIdentities.fullName,
      born: candidateIdentities.dateOfBirth,
      wishes: candidateWishes,
      opening: opportunities,
      isFull,
      employerName: employers.name,
      agreedBody: profileTexts.body,
      agreedHash: profileTexts.sha256,
      approvedHash: approvedTexts.sha256,
      ...tickColumns,
    })
    .from(introductions)
    .innerJoin(candidateIdentities, eq(candidateIdentities.candidateId, introductions.candidateId))
    .innerJoin(opportunities, eq(opportunities.id, introductions.opportunityId))
    .leftJoin(candidateWishes, eq(candidateWishes.candidateId, introductions.candidateId))
    .leftJoin(employers, eq(employers.id, introductions.employerId))
    .leftJoin(profileTexts, eq(profileTexts.id, introductions.consentTextId))
    .leftJoin(approvedTexts, eq(approvedTexts.id, introductions.approvalTextId))
    .where(where)
    .orderBy(introductions.createdAt)
}

const isConsentLive = ({ missing }: Standing) =>
  !missing.includes('consent') && !missing.includes('consent_expired')

/** The words an approval would be for: those the person said yes to, else today's. */
export async function wordsToApprove(ctx: Context, row: Row, standing: Standing): Promise<Words> {
  const areAgreed = isConsentLive(standing) || standing.wasReleased
  return row.agreedBody !== null && row.agreedHash !== null && areAgreed
    ? { body: row.agreedBody, hash: row.agreedHash }
    : await wordsToday(ctx, row.candidateId)
}

/** What the mentor's commands would refuse is not offered in the first place. */
function isOpen(
  act: EventName,
  row: Row,
  missing: readonly MissingKey[],
  facts: {
    mayGiveSecond: boolean
    words: Words
    isHidden: boolean
    isGivenAway: boolean
    restrictions: RestrictionStanding
  },
): boolean {
  const { mayGiveSecond, words, isHidden, isGivenAway, restrictions } = facts
  if (isHidden && events[act].to === 'introduced_when_complete') return false
  if (isGivenAway && (act === 'approve' || act === 'second_approve')) return false
  if (act === 'approve')
    return (
      words.body !== '' &&
      !missing.includes('officer') &&
      !mustAskOfficer(restrictions, row) &&
      !forbidsApproval(restrictions) &&
      (['approval', 'approval_expired', 'same_words'] as const).some((key) => missing.includes(key))
    )
  if (act === 'record_officer')
    return missing.includes('officer') || mustAskOfficer(restrictions, row)
  if (act === 'second_approve')
    return (
      mayGiveSecond &&
      row.approvedHash === words.hash &&
      missing.includes('second') &&
      !forbidsApproval(restrictions)
    )
  if (act === 'withdraw') return row.state !== 'proposed' || row.approvalGivenAt !== null
  if (act === 'confirm_start') return row.startConfirmedAt === null
  return true
}

function openingOf({ opening }: Row) {
  return {
    id: opening.id,
    title: opening.title,
    kind: labelOf(kinds, opening.kind),
    sector: labelOf(sectors, opening.sector),
    hours: opening.hours.map((one) => labelOf(hours, one)).join(', '),
    place: opening.isRemote ? 'From home' : (opening.town ?? ''),
    minAge: opening.minAge,
    stance: labelOf(stances, opening.stance),
    exclusions: opening.exclusions.map(
      ({ code, reason }) => `${labelOf(exclusions, code)}: ${reason}`,
    ),
    dbs: labelOf(dbsLevels, opening.dbsLevel),
  }
}

function wishesOf({ wishes }: Row, expectedRelease: string | null) {
  return (
    wishes && {
      kinds: wishes.kinds.map((one) => labelOf(kinds, one)).join(', '),
      sectors: wishes.sectors.map((one) => labelOf(sectors, one)).join(', '),
      hours: wishes.hours.map((one) => labelOf(hours, one)).join(', '),
      reach: `${wishes.outcode}, up to ${wishes.reachMiles} miles`,
      start: startInWords({ ...wishes, expectedRelease }),
    }
  )
}
