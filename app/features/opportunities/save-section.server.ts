import { and, eq } from 'drizzle-orm'
import { recordAudit } from '#app/features/audit/record.server.ts'
import { londonDay } from '#app/platform/clock.ts'
import type { Context } from '#app/platform/context.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/errors.ts'
import { opportunities } from '#db/schema/opportunities.ts'
import { townOf } from '#search/outcodes.ts'
import { formAnswers, readAnswers } from './answers.ts'
import type { FormAnswers } from './answers.ts'
import { fieldsOf } from './fields.ts'
import type { SectionName } from './fields.ts'
import { getForChange } from './find.server.ts'
import { sectionSchema } from './schema.ts'
import { isEditable, tooLate } from './status.ts'

export interface SaveSection {
  id: string
  section: SectionName
  /** The version the form was filled in from. */
  version: number
  form: FormAnswers
}

/** Somebody else saved first: both sets of answers, for a page that shows them side by side. */
export class StaleSave extends Conflict {
  constructor(
    readonly yours: FormAnswers,
    readonly theirs: FormAnswers,
    readonly version: number,
  ) {
    super('Somebody else has saved this page since you opened it. Nothing of yours was saved.')
  }
}

/** Saves one page of a draft, checked as a whole. Throws `Invalid`, or `StaleSave` for a stale form. */
export async function saveSection(ctx: Context, input: SaveSection): Promise<void> {
  const { id, section, version } = input
  const row = await getForChange(ctx, id)
  if (ctx.actor.role !== 'employer') throw new NotFound()
  if (!isEditable(row.state)) throw new Conflict(tooLate(row.state))
  const fields = fieldsOf(section, row.kind)
  if (row.version !== version)
    throw new StaleSave(input.form, formAnswers(fields, row), row.version)

  const today = londonDay(ctx.clock.now())
  const checked = sectionSchema(section, row.kind, today, row).safeParse(input.form)
  if (!checked.success) throw new Invalid(messagesByField(checked.error.issues))
  const { columns, details } = readAnswers(fields, checked.data as FormAnswers)
  if (section === 'where' && !columns.town) columns.town = townFor(columns.outcodes)

  const saved = await ctx.db
    .update(opportunities)
    .set({ ...columns, details: { ...row.details, ...details }, version: version + 1 })
    .where(and(eq(opportunities.id, id), eq(opportunities.version, version)))
    .returning({ id: opportunities.id })
  if (saved.length === 0) {
    const now = await getForChange(ctx, id)
    throw new StaleSave(input.form, formAnswers(fields, now), now.version)
  }
  await recordAudit(ctx, {
    action: `opportunity.save.${section}`,
    objectType: 'opportunity',
    objectId: id,
    versionBefore: version,
    versionAfter: version + 1,
  })
}

function messagesByField(issues: readonly { path: PropertyKey[]; message: string }[]) {
  const messages: Record<string, string[]> = {}
  for (const { path, message } of issues) {
    const name = String(path[0] ?? '')
    messages[name] = [...(messages[name] ?? []), message]
  }
  return messages
}

function townFor(outcodes: unknown): string | null {
  const first: unknown = Array.isArray(outcodes) ? outcodes[0] : undefined
  return typeof first === 'string' ? townOf(first) : null
}
