import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../client.server.ts'
import { mentors, roleGrants, users } from '../schema/accounts.ts'
import { only } from './only.ts'

type NewUser = typeof users.$inferInsert
type NewGrant = typeof roleGrants.$inferInsert
type NewMentor = typeof mentors.$inferInsert

/** Somebody who can sign in, with an address nobody else has. */
export async function makeUser(tx: Tx, overrides: Partial<NewUser> = {}) {
  const id = overrides.id ?? uuidv7()
  return only(
    await tx
      .insert(users)
      .values({ name: 'Sam Sample', email: `${id}@example.test`, ...overrides, id })
      .returning(),
  )
}

/** Lets a user act in a role; a mentor's unless told otherwise. */
export async function makeGrant(tx: Tx, overrides: Pick<NewGrant, 'userId'> & Partial<NewGrant>) {
  return only(
    await tx
      .insert(roleGrants)
      .values({ role: 'mentor', ...overrides })
      .returning(),
  )
}

/** A mentor: the account, the right to act as one, and what others may know of them. */
export async function makeMentor(
  tx: Tx,
  overrides: Partial<NewUser> & Partial<Omit<NewMentor, 'userId'>> & LeadOption = {},
) {
  const { displayName, organisation, workPhone, isVolunteer, isSafeguardingLead, ...account } =
    overrides
  const user = await makeUser(tx, { name: 'Morgan Mentor', ...account })
  const grant = await makeGrant(tx, { userId: user.id, isSafeguardingLead })
  const mentor = only(
    await tx
      .insert(mentors)
      .values({
        userId: user.id,
        displayName: displayName ?? user.name,
        organisation: organisation ?? 'Sample Mentoring',
        workPhone: workPhone ?? '01632 960000',
        isVolunteer,
      })
      .returning(),
  )
  return { ...mentor, user, grant }
}

interface LeadOption {
  isSafeguardingLead?: boolean
}
