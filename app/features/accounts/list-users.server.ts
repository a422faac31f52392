import { asc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Context, Role } from '#app/platform/context.ts'
import { roleGrants, users } from '#db/schema/accounts.ts'
import { employers } from '#db/schema/employers.ts'

/** Everybody who can sign in, by name, with what they may act as: the office's list. */
export async function listUsers({ db }: Context) {
  const rows = await db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      disabledAt: users.disabledAt,
      role: roleGrants.role,
      isSafeguardingLead: roleGrants.isSafeguardingLead,
      employer: employers.name,
    })
    .from(users)
    .innerJoin(roleGrants, eq(roleGrants.userId, users.id))
    .leftJoin(employers, eq(employers.id, roleGrants.employerId))
    .where(isNull(roleGrants.endedAt))
    .orderBy(asc(users.name), asc(users.id), asc(roleGrants.createdAt))
    .limit(1000)
  const people = new Map<string, UserLine>()
  for (const { role, isSafeguardingLead, employer, ...user } of rows) {
    const line = people.get(user.id) ?? { ...user, roles: [] }
    line.roles.push({ role, isSafeguardingLead, employer })
    people.set(user.id, line)
  }
  return [...people.values()]
}

interface UserLine {
  id: string
  name: string
  email: string
  disabledAt: Date | null
  roles: { role: Role; isSafeguardingLead: boolean; employer: string | null }[]
}

/** Approved employers by name: whom somebody can be invited for. */
export function listApprovedEmployers({ db }: Context) {
  return db
    .select({ id: employers.id, name: employers.name })
    .from(employers)
    .where(isNotNull(employers.approvedAt))
    .orderBy(asc(employers.name))
}
