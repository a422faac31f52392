import { eq } from 'drizzle-orm'
import { recordAudit } from '#app/features/audit/record.server.ts'
import { londonDay } from '#app/platform/clock.ts'
import type { Context } from '#app/platform/context.ts'
import { Invalid, NotFound } from '#app/platform/errors.ts'
import { districts } from '#db/schema/organisations.ts'
import { enrolments, fundingPeriods, programmeAreas, programmes } from '#db/schema/programmes.ts'
import { monthsLater, refusals, rulesToConfirm } from './eligibility.ts'

export interface NewEnrolment {
  candidateId: string
  programmeId: string
  /** `yyyy-MM-dd`, as are all days here. */
  born: string
  /** Null where they start on the day they were referred. */
  referredOn: string | null
  /** The coordinator has made sure of the rules that are not kept about anybody. */
  rulesConfirmed: boolean
}

/**
 * Enrols somebody in a running programme whose rules they meet, from today on. The one way in, for
 * a person entered by the office and for a referral that is accepted. Gives the enrolment's id.
 *
 * @throws Invalid by field when the programme is not for them
 */
export async function enrolIn(ctx: Context, input: NewEnrolment): Promise<string> {
  const { actor, clock, db } = ctx
  if (actor.role !== 'coordinator') throw new NotFound()
  const startedOn = londonDay(clock.now())
  const { candidateId, programmeId, born, referredOn, rulesConfirmed } = input
  if (referredOn !== null && referredOn > startedOn)
    throw new Invalid({ referredOn: ['The day they were referred must be today or earlier'] })
  const rules = await findRules(ctx, programmeId)
  if (!rules) throw new Invalid({ programmeId: ['Choose a programme'] })
  const refused = refusals(rules, { born, referredOn, startsOn: startedOn, rulesConfirmed })
  if (Object.keys(refused).length > 0) throw new Invalid(refused)
  const isConfirmed = rulesToConfirm(rules).length > 0
  const [row] = await db
    .insert(enrolments)
    .values({
      candidateId,
      programmeId,
      referredOn,
      startedOn,
      rulesConfirmedBy: isConfirmed ? actor.userId : null,
      rulesConfirmedAt: isConfirmed && actor.userId ? clock.now() : null,
      reviewDueOn:
        rules.supportMonths === null ? null : monthsLater(startedOn, rules.supportMonths),
      createdAt: clock.now(),
    })
    .onConflictDoNothing()
    .returning({ id: enrolments.id })
  if (!row) throw new Invalid({ programmeId: ['They are in this programme already'] })
  await recordAudit(ctx, {
    action: 'enrolment.start',
    objectType: 'enrolment',
    objectId: row.id,
    versionAfter: 1,
  })
  return row.id
}

/** What a programme asks of those who come to it; null where there is no such programme. */
async function findRules({ db }: Context, programmeId: string) {
  const [programme] = await db.select().from(programmes).where(eq(programmes.id, programmeId))
  if (!programme) return null
  const funding = await db
    .select({ startsOn: fundingPeriods.startsOn, endsOn: fundingPeriods.endsOn })
    .from(fundingPeriods)
    .where(eq(fundingPeriods.programmeId, programmeId))
  const areas = await db
    .select({ name: districts.name, endsOn: programmeAreas.endsOn })
    .from(programmeAreas)
    .innerJoin(districts, eq(districts.id, programmeAreas.districtId))
    .where(eq(programmeAreas.programmeId, programmeId))
  return {
    ...programme,
    funding,
    areas: areas.filter(({ endsOn }) => endsOn === null).map(({ name }) => name),
  }
}
