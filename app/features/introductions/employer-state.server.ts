import { sql } from 'drizzle-orm'
import { londonDay } from '#app/platform/clock.ts'
import type { Context } from '#app/platform/context.ts'
import type { State } from './events.ts'
import { statusFor } from './status.ts'
import { LEFT } from './withdrawal.ts'

/**
 * Where an introduction stands as its employer may know it. Taken back, it is only `closed`; but of
 * somebody who had a place, the employer learns that they have left, and whom to ring.
 */
export interface EmployerState {
  state: State | 'closed'
  status: string
  /** `yyyy-MM-dd`, while an answer is waited for. */
  answerDueOn: string | null
  isOverdue: boolean
  startedOn: string | null
  isStartConfirmed: boolean
  isOpen: boolean
  leftAfter: 'accepted' | 'started' | null
  /** To ring about somebody who has left. */
  mentor: { name: string; phone: string } | null
}

/** By introduction; one that was never released to the actor's own employer is not among them. */
export async function employerStates(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  introductionIds: string[],
): Promise<Map<string, EmployerState>> {
  if (introductionIds.length === 0) return new Map()
  const today = londonDay(clock.now())
  const ids = sql.join(
    introductionIds.map((id) => sql`${id}::uuid`),
    sql`, `,
  )
  const rows = await db.execute<{
    id: string
    state: State | 'closed'
    answer_due_on: string | null
    started_on: string | null
    is_start_confirmed: boolean
    is_open: boolean
    left_after: 'accepted' | 'started' | null
    mentor_name: string | null
    mentor_phone: string | null
  }>(sql`
    select asked.id, known.state, known.answer_due_on::text, known.started_on::text,
      known.is_start_confirmed, known.is_open, known.left_after, known.mentor_name, known.mentor_phone
    from unnest(array[${ids}]) as asked (id), employer_introduction_state(asked.id) as known`)
  return new Map(
    rows.map((row) => {
      const answerDueOn = row.state === 'introduced' ? row.answer_due_on : null
      const standing: EmployerState = {
        state: row.state,
        status: row.left_after
          ? LEFT
          : statusFor(row.state === 'closed' ? 'withdrawn' : row.state, 'employer'),
        answerDueOn,
        isOverdue: answerDueOn !== null && answerDueOn < today,
        startedOn: row.started_on,
        isStartConfirmed: row.is_start_confirmed,
        isOpen: row.is_open,
        leftAfter: row.left_after,
        mentor:
          row.mentor_name === null || row.mentor_phone === null
            ? null
            : { name: row.mentor_name, phone: row.mentor_phone },
      }
      return [row.id, standing]
    }),
  )
}
