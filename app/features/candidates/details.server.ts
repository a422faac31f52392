import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { changeCandidateAddress } from '#app/features/accounts/change-address.server.ts'
import { recordSave } from '#app/features/audit/record-save.server.ts'
import { recordAudit } from '#app/features/audit/record.server.ts'
import { reassessKeys } from '#app/features/introductions/reassess.server.ts'
import { londonDay } from '#app/platform/clock.ts'
import type { Context } from '#app/platform/context.ts'
import { NotFound } from '#app/platform/errors.ts'
import { checkedDay } from '#app/platform/typed-day-schema.ts'
import { users } from '#db/schema/accounts.ts'
import {
  candidateIdentities,
  candidates,
  candidateSupervision,
  candidateWishes,
} from '#db/schema/candidates.ts'
import { addAccount, checkYear } from './commands.server.ts'
import type { detailsSchema } from './details-schema.ts'
import { getForOffice } from './queries.server.ts'

const CHANGED =
  'These details were changed somewhere else after you opened this page. Look at both, then save again.'

/** A person's details as the office corrects them, with the number that a save must name. */
export async function getDetails(ctx: Context, id: string) {
  const { reference, fullName, email, phone, dateOfBirth, isOnLicence, outcode } =
    await getForOffice(ctx, id)
  const [row] = await ctx.db
    .select({ version: candidates.version })
    .from(candidates)
    .where(eq(candidates.id, id))
  if (!row) throw new NotFound()
  const shown = { reference, fullName, email, phone, dateOfBirth, isOnLicence, outcode }
  return { id, ...shown, version: row.version }
}

/**
 * Corrects what the office knows of a person; their account, and the keys that their introductions
 * need, follow. The trail names the fields that changed and nothing of what is in them.
 * @throws Invalid under `version` when another save came first
 */
export async function saveDetails(
  ctx: Context,
  { candidateId, ...form }: { candidateId: string } & z.infer<typeof detailsSchema>,
): Promise<void> {
  if (ctx.actor.role !== 'coordinator') throw new NotFound()
  const { db, clock } = ctx
  const before = await getDetails(ctx, candidateId)
  const born = checkedDay(form, 'dateOfBirth')
  checkYear(born, londonDay(clock.now()))
  const isOnLicence = form.onLicence === 'yes'
  const { fullName, email, phone, outcode, version } = form
  const after = { fullName, email, phone, dateOfBirth: born, isOnLicence, outcode }
  const changed = (Object.keys(after) as (keyof typeof after)[]).filter(
    (name) => after[name] !== (before[name] ?? ''),
  )

  const saved = await db
    .update(candidates)
    .set({ version: version + 1 })
    .where(and(eq(candidates.id, candidateId), eq(candidates.version, version)))
    .returning({ userId: candidates.userId, isInvented: candidates.isInvented })
  const entry = { action: 'candidate.details', objectType: 'candidate', objectId: candidateId }
  const reason = changed.join(',')
  const own = await recordSave(ctx, { ...entry, version, reason, changed: CHANGED }, saved)
  await db
    .update(candidateIdentities)
    .set({ fullName, email: email || null, phone: phone || null, dateOfBirth: born })
    .where(eq(candidateIdentities.candidateId, candidateId))
  await db
    .insert(candidateSupervision)
    .values({ candidateId, isOnLicence })
    .onConflictDoUpdate({ target: candidateSupervision.candidateId, set: { isOnLicence } })
  if (changed.includes('outcode')) await saveOutcode(ctx, candidateId, outcode)
  if (own.userId && changed.includes('fullName'))
    await db.update(users).set({ name: fullName }).where(eq(users.id, own.userId))
  if (changed.includes('email')) await saveAddress(ctx, candidateId, { ...own, fullName, email })
  await reassessKeys(ctx, { candidateId, isOnLicence, born })
}

async function saveAddress(
  ctx: Context,
  candidateId: string,
  account: { userId: string | null; isInvented: boolean; fullName: string; email: string },
) {
  const { userId, isInvented, fullName, email } = account
  if (userId) return changeCandidateAddress(ctx, { userId, email })
  const made = await addAccount(ctx, { name: fullName, email, isInvented })
  await ctx.db.update(candidates).set({ userId: made }).where(eq(candidates.id, candidateId))
}

/** The person's own form must notice it. */
async function saveOutcode(ctx: Context, candidateId: string, outcode: string) {
  const where = eq(candidateWishes.candidateId, candidateId)
  const [wishes] = await ctx.db
    .select({ version: candidateWishes.version })
    .from(candidateWishes)
    .where(where)
    .for('update')
  if (!wishes) throw new NotFound()
  await ctx.db
    .update(candidateWishes)
    .set({ outcode, version: wishes.version + 1 })
    .where(where)
  await recordAudit(ctx, {
    action: 'candidate_wishes.save',
    objectType: 'candidate_wishes',
    objectId: candidateId,
    versionBefore: wishes.version,
    versionAfter: wishes.version + 1,
  })
}
