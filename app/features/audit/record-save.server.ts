import type { Context } from '#app/platform/context.ts'
import { Invalid } from '#app/platform/errors.ts'
import { recordAudit } from './record.server.ts'

const CHANGED =
  'These answers were changed somewhere else after you opened this page. Look at both, then save again.'

export interface Save {
  objectType: string
  objectId: string
  /** The version that was read, which the save named. */
  version: number
  /** `<objectType>.save` unless it has a name of its own. */
  action?: string
  reason?: string
  /** What to say when another save came first; of answers unless given. */
  changed?: string
}

/**
 * Writes the entry of a save that named the version it read; gives the row that was saved.
 *
 * @param saved the rows that were changed: none when another save came first
 * @throws Invalid under `version` then
 */
export async function recordSave<Row>(ctx: Context, save: Save, [row]: Row[]): Promise<Row> {
  if (row === undefined) throw new Invalid({ version: [save.changed ?? CHANGED] })
  const { objectType, objectId, version, action = `${objectType}.save`, reason } = save
  await recordAudit(ctx, {
    action,
    objectType,
    objectId,
    versionBefore: version,
    versionAfter: version + 1,
    reason,
  })
  return row
}

/**
 * Writes the entry of a row that was added.
 *
 * @param rows the row: none when there is one like it already
 * @throws Invalid with `otherwise` then
 */
export async function recordAdded(
  ctx: Context,
  { objectType, action = `${objectType}.add` }: { objectType: string; action?: string },
  [row]: { id: string }[],
  otherwise: Record<string, string[]>,
) {
  if (!row) throw new Invalid(otherwise)
  await recordAudit(ctx, { action, objectType, objectId: row.id, versionAfter: 1 })
}
