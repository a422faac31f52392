import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { candidates, profileTexts } from './candidates.ts'
import { createdAt, id, moment, version } from './columns.ts'
import { employers } from './employers.ts'
import { opportunities } from './opportunities.ts'

/**
 * One candidate and one opportunity. Every key of the gate is a fact in this row, so that one
 * CHECK can hold them together and one UPDATE can take everything back.
 */
export const introductions = pgTable(
  'introductions',
  {
    id: id(),
    candidateId: uuid('candidate_id')
      .notNull()
      .references(() => candidates.id),
    opportunityId: uuid('opportunity_id')
      .notNull()
      .references(() => opportunities.id),
    employerId: uuid('employer_id')
      .notNull()
      .references(() => employers.id),
    state: text('state').notNull().default('proposed'),
    proposedBy: text('proposed_by', { enum: ['candidate', 'mentor'] }).notNull(),
    createdAt: createdAt(),
    version: version(),

    consentTextId: uuid('consent_text_id').references(() => profileTexts.id),
    consentGivenAt: moment('consent_given_at'),
    consentExpiresAt: moment('consent_expires_at'),
    consentBy: uuid('consent_by'),

    approvalTextId: uuid('approval_text_id').references(() => profileTexts.id),
    approvalGivenAt: moment('approval_given_at'),
    approvalExpiresAt: moment('approval_expires_at'),
    approvalBy: uuid('approval_by'),
    /** Words of the text that look like the person's name; the approver said they are not. */
    approvalNotNames: text('approval_not_names')
      .array()
      .notNull()
      .default(sql`'{}'`),

    needsOfficer: boolean('needs_officer').notNull(),
    officerName: text('officer_name'),
    officerApprovedOn: date('officer_approved_on'),
    officerRecordedAt: moment('officer_recorded_at'),
    officerRecordedBy: uuid('officer_recorded_by'),

    needsSecond: boolean('needs_second').notNull(),
    secondApprovedAt: moment('second_approved_at'),
    secondApprovedBy: uuid('second_approved_by'),

    firstReleasedAt: moment('first_released_at'),
    answerDueOn: date('answer_due_on'),
    secondReleasedAt: moment('second_released_at'),
    offeredAt: moment('offered_at'),
    acceptedAt: moment('accepted_at'),
    startedOn: date('started_on'),
    startRecordedAt: moment('start_recorded_at'),
    startConfirmedAt: moment('start_confirmed_at'),
    endedAt: moment('ended_at'),
    endedReason: text('ended_reason'),
  },
  (t) => [
    uniqueIndex('introductions_one_live')
      .on(t.candidateId, t.opportunityId)
      .where(sql`ended_at is null`),
    index('introductions_candidate').on(t.candidateId),
    index('introductions_opportunity').on(t.opportunityId),
    index('introductions_employer').on(t.employerId),
    check(
      'introductions_state',
      sql`${t.state} in ('proposed', 'introduced', 'meeting', 'offered', 'accepted', 'started', 'refused', 'withdrawn', 'expired', 'not_this_time', 'offer_declined')`,
    ),
    check(
      'introductions_ended',
      sql`(${t.endedAt} is not null) = (${t.state} in ('refused', 'withdrawn', 'expired', 'not_this_time', 'offer_declined'))`,
    ),
    // coalesce: a CHECK lets through what it finds unknown, and a missing key is unknown.
    check(
      'introductions_first_release_needs_two_keys',
      sql`${t.firstReleasedAt} is null or coalesce(
        ${t.consentGivenAt} is not null and ${t.approvalGivenAt} is not null
        and ${t.consentExpiresAt} is not null and ${t.approvalExpiresAt} is not null
        and ${t.consentTextId} = ${t.approvalTextId}
        and greatest(${t.consentGivenAt}, ${t.approvalGivenAt}) < least(${t.consentExpiresAt}, ${t.approvalExpiresAt})
        and ${t.consentBy} <> ${t.approvalBy}
        and (not ${t.needsOfficer} or (${t.officerRecordedAt} is not null and ${t.officerName} is not null and ${t.officerApprovedOn} is not null))
        and (not ${t.needsSecond} or (${t.secondApprovedAt} is not null and ${t.secondApprovedBy} <> ${t.approvalBy})), false)`,
    ),
    check(
      'introductions_states_past_the_gate',
      sql`${t.state} not in ('introduced', 'meeting', 'offered', 'accepted', 'started', 'not_this_time', 'offer_declined') or ${t.firstReleasedAt} is not null`,
    ),
    check(
      'introductions_states_past_the_name',
      sql`${t.state} not in ('meeting', 'offered', 'accepted', 'started', 'offer_declined') or ${t.secondReleasedAt} is not null`,
    ),
    check(
      'introductions_second_after_first',
      sql`${t.secondReleasedAt} is null or ${t.firstReleasedAt} is not null`,
    ),
  ],
)

/** Which event may lead from which state to which: the database's copy of the events table. */
export const introductionEdges = pgTable(
  'introduction_edges',
  { fromState: text('from_state').notNull(), toState: text('to_state').notNull() },
  (t) => [uniqueIndex('introduction_edges_pair').on(t.fromState, t.toState)],
)

/** What happened to an introduction, in order; never changed. */
export const introductionEvents = pgTable(
  'introduction_events',
  {
    id: id(),
    introductionId: uuid('introduction_id')
      .notNull()
      .references(() => introductions.id),
    event: text('event').notNull(),
    fromState: text('from_state'),
    toState: text('to_state').notNull(),
    version: integer('version').notNull(),
    byUserId: uuid('by_user_id'),
    byRole: text('by_role').notNull(),
    reason: text('reason'),
    at: moment('at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [uniqueIndex('introduction_events_version').on(t.introductionId, t.version)],
)

/** What an employer may know that an introduction exists: from the first release on. */
export const introductionReleases = pgTable(
  'introduction_releases',
  {
    introductionId: uuid('introduction_id')
      .primaryKey()
      .references(() => introductions.id),
    reference: text('reference').notNull(),
    employerId: uuid('employer_id').notNull(),
    opportunityId: uuid('opportunity_id').notNull(),
    releasedAt: moment('released_at').notNull(),
  },
  (t) => [index('introduction_releases_employer').on(t.employerId)],
)

/** The words of the first release; readable by the employer only while the introduction is open. */
export const releasedProfiles = pgTable('released_profiles', {
  introductionId: uuid('introduction_id')
    .primaryKey()
    .references(() => introductions.id),
  employerId: uuid('employer_id').notNull(),
  body: text('body').notNull(),
  distanceMiles: integer('distance_miles'),
})

/** The second release: name, and the contact route through the mentor. */
export const releasedNames = pgTable('released_names', {
  introductionId: uuid('introduction_id')
    .primaryKey()
    .references(() => introductions.id),
  employerId: uuid('employer_id').notNull(),
  fullName: text('full_name').notNull(),
  mentorName: text('mentor_name').notNull(),
  mentorPhone: text('mentor_phone').notNull(),
})

/** What a mentor has done outside the product and ticked off here; never changed. */
export const mentorTicks = pgTable(
  'mentor_ticks',
  {
    id: id(),
    introductionId: uuid('introduction_id')
      .notNull()
      .references(() => introductions.id),
    task: text('task', { enum: ['agree_day', 'tell_not_this_time', 'taken_back'] }).notNull(),
    byUserId: uuid('by_user_id').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    uniqueIndex('mentor_ticks_once').on(t.introductionId, t.task),
    check('mentor_ticks_task', sql`${t.task} in ('agree_day', 'tell_not_this_time', 'taken_back')`),
  ],
)
