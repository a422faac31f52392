import { eq } from 'drizzle-orm'
import { isInProgrammeWith } from '#app/features/programmes/membership.server.ts'
import type { Context } from '#app/platform/context.ts'
import { programmes } from '#db/schema/programmes.ts'
import { isUnder18 } from './age.ts'

/**
 * Whether a safeguarding lead approves besides the mentor: for everybody under 18, and for everybody
 * of a programme that says so. Asked inside the gate.
 *
 * @param born the day of birth, `yyyy-MM-dd`
 */
export async function isSecondNeeded(
  ctx: Context,
  { candidateId, born }: { candidateId: string; born: string },
): Promise<boolean> {
  return (
    isUnder18(born, ctx.clock.now()) ||
    isInProgrammeWith(ctx, candidateId, eq(programmes.secondApprover, 'everyone'))
  )
}
