import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
  type AnyPgColumn,
} from 'drizzle-orm/pg-core'
import { candidates } from './candidates.ts'
import { createdAt, id, isInvented, moment, version } from './columns.ts'
import { districts, organisations } from './organisations.ts'

/**
 * A scheme people are enrolled in, or a board that watches over such schemes: data, never a
 * constant. `slug` is the neutral address, `publicSlug` the one that says the name; without it
 * there is no public page.
 */
export const programmes = pgTable(
  'programmes',
  {
    id: id(),
    slug: text('slug').notNull().unique(),
    publicSlug: text('public_slug').unique(),
    name: text('name').notNull(),
    kind: text('kind', { enum: ['support', 'board'] })
      .notNull()
      .default('support'),
    description: text('description').notNull().default(''),
    operatorId: uuid('operator_id').references(() => organisations.id),
    ownerId: uuid('owner_id').references(() => organisations.id),
    startsOn: date('starts_on'),
    closedOn: date('closed_on'),
    /** How exactly the two days are known: "from 2017" is not 1 January. */
    datesKnownTo: text('dates_known_to', { enum: ['day', 'month', 'year'] })
      .notNull()
      .default('day'),
    successorId: uuid('successor_id').references((): AnyPgColumn => programmes.id),
    /** After so many months the support is reviewed; null is never. */
    supportMonths: integer('support_months'),
    minAge: integer('min_age'),
    maxAge: integer('max_age'),
    ageMeasuredAt: text('age_measured_at', { enum: ['referral', 'start'] })
      .notNull()
      .default('start'),
    onlySex: text('only_sex', { enum: ['women', 'men'] }),
    onlySexBasis: text('only_sex_basis').notNull().default(''),
    /** What else somebody needs to have, in words: a link to drug misuse or supply. */
    needLink: text('need_link').notNull().default(''),
    areasOnly: boolean('areas_only').notNull().default(false),
    secondApprover: text('second_approver', { enum: ['under_18', 'everyone'] })
      .notNull()
      .default('under_18'),
    takesSelfReferrals: boolean('takes_self_referrals').notNull().default(false),
    recordsRestrictions: boolean('records_restrictions').notNull().default(false),
    lawfulBasis: text('lawful_basis').notNull().default(''),
    schedule1Condition: text('schedule_1_condition').notNull().default(''),
    retentionMonths: integer('retention_months').notNull().default(24),
    /** The only words about it that an employer may be shown. */
    employerWording: text('employer_wording').notNull().default(''),
    isInvented: isInvented(),
    createdAt: createdAt(),
    version: version(),
  },
  (t) => [
    check('programmes_kind', sql`${t.kind} in ('support', 'board')`),
    check('programmes_dates_known_to', sql`${t.datesKnownTo} in ('day', 'month', 'year')`),
    check('programmes_age_measured_at', sql`${t.ageMeasuredAt} in ('referral', 'start')`),
    check('programmes_second_approver', sql`${t.secondApprover} in ('under_18', 'everyone')`),
    check('programmes_only_sex', sql`${t.onlySex} in ('women', 'men')`),
    check(
      'programmes_sex_rule_has_a_basis',
      sql`${t.onlySex} is null or trim(${t.onlySexBasis}) <> ''`,
    ),
    check(
      'programmes_ages',
      sql`${t.minAge} is null or ${t.maxAge} is null or ${t.minAge} <= ${t.maxAge}`,
    ),
    check('programmes_support_months', sql`${t.supportMonths} between 1 and 60`),
    check('programmes_retention_months', sql`${t.retentionMonths} between 1 and 240`),
    check(
      'programmes_dates',
      sql`${t.closedOn} is null or ${t.startsOn} is null or ${t.closedOn} >= ${t.startsOn}`,
    ),
    check('programmes_successor', sql`${t.successorId} <> ${t.id}`),
  ],
)

/** Who paid, from when to when. No amount is "not stated"; no end is one that was never stated. */
export const fundingPeriods = pgTable(
  'funding_periods',
  {
    id: id(),
    programmeId: uuid('programme_id')
      .notNull()
      .references(() => programmes.id),
    funder: text('funder').notNull(),
    startsOn: date('starts_on').notNull(),
    endsOn: date('ends_on'),
    amountPence: bigint('amount_pence', { mode: 'number' }),
    note: text('note').notNull().default(''),
    isInvented: isInvented(),
    createdAt: createdAt(),
    version: version(),
  },
  (t) => [
    uniqueIndex('funding_periods_once').on(t.programmeId, t.funder, t.startsOn),
    check('funding_periods_dates', sql`${t.endsOn} is null or ${t.endsOn} >= ${t.startsOn}`),
    check('funding_periods_amount', sql`${t.amountPence} is null or ${t.amountPence} >= 0`),
  ],
)

/** Where a programme works, and from when to when. */
export const programmeAreas = pgTable(
  'programme_areas',
  {
    id: id(),
    programmeId: uuid('programme_id')
      .notNull()
      .references(() => programmes.id),
    districtId: uuid('district_id')
      .notNull()
      .references(() => districts.id),
    startsOn: date('starts_on'),
    endsOn: date('ends_on'),
    createdAt: createdAt(),
    version: version(),
  },
  (t) => [
    uniqueIndex('programme_areas_once')
      .on(t.programmeId, t.districtId)
      .where(sql`ends_on is null`),
    check(
      'programme_areas_dates',
      sql`${t.endsOn} is null or ${t.startsOn} is null or ${t.endsOn} >= ${t.startsOn}`,
    ),
  ],
)

/** By whom, or how, people come to a programme. */
export const referralSources = pgTable(
  'referral_sources',
  {
    id: id(),
    programmeId: uuid('programme_id')
      .notNull()
      .references(() => programmes.id),
    kind: text('kind', {
      enum: [
        'school',
        'custody',
        'work_coach',
        'early_help',
        'health',
        'victim_services',
        'chaplaincy',
        'prison',
        'outreach',
        'court_disposal',
        'other_programme',
        'self',
      ],
    }).notNull(),
    label: text('label').notNull(),
    organisationId: uuid('organisation_id').references(() => organisations.id),
    startsOn: date('starts_on'),
    endsOn: date('ends_on'),
    createdAt: createdAt(),
    version: version(),
  },
  (t) => [
    uniqueIndex('referral_sources_once')
      .on(t.programmeId, t.kind, t.label)
      .where(sql`ends_on is null`),
    check(
      'referral_sources_kind',
      sql`${t.kind} in ('school', 'custody', 'work_coach', 'early_help', 'health', 'victim_services', 'chaplaincy', 'prison', 'outreach', 'court_disposal', 'other_programme', 'self')`,
    ),
    check(
      'referral_sources_dates',
      sql`${t.endsOn} is null or ${t.startsOn} is null or ${t.endsOn} >= ${t.startsOn}`,
    ),
  ],
)

/**
 * What a programme is judged by. The definition stands beside every number; once there is a number
 * only the target may change, since another definition is another metric.
 */
export const programmeMetrics = pgTable(
  'programme_metrics',
  {
    id: id(),
    programmeId: uuid('programme_id')
      .notNull()
      .references(() => programmes.id),
    kind: text('kind', { enum: ['outcome', 'target', 'count'] }).notNull(),
    name: text('name').notNull(),
    definition: text('definition').notNull(),
    unit: text('unit', { enum: ['people', 'events'] }).notNull(),
    /** Of whom an outcome is counted: those who took part, or all who were referred. */
    countedOver: text('counted_over', { enum: ['engaged', 'all_referrals'] }),
    followUpMonths: integer('follow_up_months'),
    target: integer('target'),
    createdAt: createdAt(),
    version: version(),
  },
  (t) => [
    uniqueIndex('programme_metrics_once').on(t.programmeId, t.name),
    check('programme_metrics_kind', sql`${t.kind} in ('outcome', 'target', 'count')`),
    check('programme_metrics_unit', sql`${t.unit} in ('people', 'events')`),
    check('programme_metrics_counted_over', sql`${t.countedOver} in ('engaged', 'all_referrals')`),
    check('programme_metrics_follow_up', sql`${t.followUpMonths} between 1 and 120`),
    check('programme_metrics_target', sql`${t.target} is null or ${t.target} > 0`),
    check('programme_metrics_target_is_set', sql`${t.kind} <> 'target' or ${t.target} is not null`),
  ],
)

/** One number of a metric, for one period. Never deleted: taken back, with a reason. */
export const metricValues = pgTable(
  'metric_values',
  {
    id: id(),
    metricId: uuid('metric_id')
      .notNull()
      .references(() => programmeMetrics.id),
    periodFrom: date('period_from').notNull(),
    periodTo: date('period_to').notNull(),
    value: integer('value').notNull(),
    /** "over 214" is at least. */
    bound: text('bound', { enum: ['exact', 'at_least', 'about'] })
      .notNull()
      .default('exact'),
    source: text('source').notNull(),
    enteredBy: uuid('entered_by'),
    enteredAt: moment('entered_at')
      .notNull()
      .default(sql`now()`),
    takenBackAt: moment('taken_back_at'),
    takenBackBy: uuid('taken_back_by'),
    takenBackReason: text('taken_back_reason'),
    version: version(),
  },
  (t) => [
    // One number for a period, until it is taken back.
    uniqueIndex('metric_values_one_per_period')
      .on(t.metricId, t.periodFrom, t.periodTo)
      .where(sql`taken_back_at is null`),
    check('metric_values_period', sql`${t.periodTo} >= ${t.periodFrom}`),
    check('metric_values_value', sql`${t.value} >= 0`),
    check('metric_values_bound', sql`${t.bound} in ('exact', 'at_least', 'about')`),
    check(
      'metric_values_taken_back_with_reason',
      sql`${t.takenBackAt} is null or coalesce(trim(${t.takenBackReason}) <> '', false)`,
    ),
  ],
)

/** Somebody's time in a programme, in Europe/London days. */
export const enrolments = pgTable(
  'enrolments',
  {
    id: id(),
    candidateId: uuid('candidate_id')
      .notNull()
      .references(() => candidates.id),
    programmeId: uuid('programme_id')
      .notNull()
      .references(() => programmes.id),
    /** When they were referred, where the programme judges age by that day and it was earlier. */
    referredOn: date('referred_on'),
    startedOn: date('started_on').notNull(),
    endedOn: date('ended_on'),
    endedReason: text('ended_reason'),
    /** Who made sure of the rules that are not kept about anybody, such as their sex. */
    rulesConfirmedBy: uuid('rules_confirmed_by'),
    rulesConfirmedAt: moment('rules_confirmed_at'),
    reviewDueOn: date('review_due_on'),
    reviewedOn: date('reviewed_on'),
    createdAt: createdAt(),
    version: version(),
  },
  (t) => [
    index('enrolments_candidate').on(t.candidateId),
    uniqueIndex('enrolments_one_open')
      .on(t.candidateId, t.programmeId)
      .where(sql`ended_on is null`),
    check('enrolments_end_has_reason', sql`${t.endedOn} is null or ${t.endedReason} is not null`),
    check('enrolments_dates', sql`${t.endedOn} is null or ${t.endedOn} >= ${t.startedOn}`),
    check(
      'enrolments_rules_confirmed',
      sql`(${t.rulesConfirmedBy} is null) = (${t.rulesConfirmedAt} is null)`,
    ),
  ],
)
