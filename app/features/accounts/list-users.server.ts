import { and, asc, eq, ilike, isNotNull, isNull, or } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { isUuid } from '#app/features/opportunities/find.server.ts'
import type { Context, Role } from '#app/platform/context.ts'
import { NotFound } from '#app/platform/errors.ts'
import { roleGrants, users } from '#db/schema/accounts.ts'
import { employers } from '#db/schema/employers.ts'

/** Everybody who can sign in, by name, with what they may act as; or those with these words. */
export async function listUsers({ db }: Context, words = '') {
  return people(db, words === '' ? undefined : hasWords(words))
}

/** One account, as the office sees it. */
export async function userById({ db }: Context, id: string) {
  if (!isUuid(id)) throw new NotFound()
  const [found] = await people(db, eq(users.id, id))
  if (!found) throw new NotFound()
  return found
}

const hasWords = (words: string) => {
  const pattern = `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`
  return or(ilike(users.name, pattern), ilike(users.email, pattern), ilike(employers.name, pattern))
}

async function people(db: Context['db'], where: SQL | undefined) {
  const rows = await db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      disabledAt: users.disabledAt,
      version: users.version,
      role: roleGrants.role,
      isSafeguardingLead: roleGrants.isSafeguardingLead,
      employer: employers.name,
    })
    .from(users)
    .innerJoin(roleGrants, eq(roleGrants.userId, users.id))
    .leftJoin(employers, eq(employers.id, roleGrants.employerId))
    .where(and(isNull(roleGrants.endedAt), where))
    .orderBy(asc(users.name), asc(users.id), asc(roleGrants.createdAt))
    .limit(1000)
  const byId = new Map<string, UserLine>()
  for (const { role, isSafeguardingLead, employer, ...user } of rows) {
    const line = byId.get(user.id) ?? { ...user, roles: [] }
    line.roles.push({ role, isSafeguardingLead, employer })
    byId.set(user.id, line)
  }
  return [...byId.values()]
}

interface UserLine {
  id: string
  name: string
  email: string
  disabledAt: Date | null
  version: number
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
