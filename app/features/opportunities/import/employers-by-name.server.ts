import type { Context } from '#app/platform/context.ts'
import { recordAudit } from '#app/features/audit/record.server.ts'
import { employers } from '#db/schema/employers.ts'

export interface KnownEmployer {
  id: string
  name: string
  isApproved: boolean
}

/** Stands for whoever placed the adverts, since the file does not say. */
export const PLACEHOLDER = 'Imported advert'

/**
 * Finds the employers of a file by name, capitals aside, and makes those that do not exist:
 * pending, to be vetted by the office. The placeholder alone is made approved.
 */
export function employersByName(ctx: Context) {
  let known: Promise<Map<string, KnownEmployer>> | null = null
  const made: string[] = []

  const find = async (name: string | null): Promise<KnownEmployer> => {
    known ??= readAll(ctx)
    const all = await known
    const key = name === null ? PLACEHOLDER_KEY : keyOf(name)
    const found = all.get(key)
    if (found) return found
    const fresh = await make(ctx, name)
    all.set(key, fresh)
    made.push(fresh.name)
    return fresh
  }
  return { find, made: () => made }
}

const PLACEHOLDER_KEY = ''
const keyOf = (name: string) => name.toLowerCase()

async function readAll({ db }: Context) {
  const rows = await db
    .select({
      id: employers.id,
      name: employers.name,
      approvedAt: employers.approvedAt,
      suspendedAt: employers.suspendedAt,
      isImported: employers.isImported,
    })
    .from(employers)
    .orderBy(employers.createdAt, employers.id)
  const all = new Map<string, KnownEmployer>()
  for (const { id, name, approvedAt, suspendedAt, isImported } of rows) {
    const key = isImported && name === PLACEHOLDER ? PLACEHOLDER_KEY : keyOf(name)
    const isApproved = approvedAt !== null && suspendedAt === null
    if (!all.get(key)?.isApproved) all.set(key, { id, name, isApproved })
  }
  return all
}

async function make(ctx: Context, name: string | null): Promise<KnownEmployer> {
  const isPlaceholder = name === null
  const [row] = await ctx.db
    .insert(employers)
    .values({
      name: name ?? PLACEHOLDER,
      description: isPlaceholder
        ? 'This advert was collected elsewhere. It does not say who placed it.'
        : '',
      isImported: true,
      approvedAt: isPlaceholder ? ctx.clock.now() : null,
      approvedBy: isPlaceholder ? ctx.actor.userId : null,
    })
    .returning()
  if (!row) throw new Error('The employer was not written')
  await recordAudit(ctx, {
    action: 'employer.imported',
    objectType: 'employer',
    objectId: row.id,
    versionAfter: row.version,
  })
  return { id: row.id, name: row.name, isApproved: isPlaceholder }
}
