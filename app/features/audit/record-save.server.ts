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
}

/**
 * Writes the entry of a save that named the version it read.
 *
 * @param saved the rows that were changed: none when another save came first
 * @throws Invalid under `version` then
 */
export async function recordSave(ctx: Context, save: Save, saved: unknown[]) {
  if (saved.length === 0) throw new Invalid({ version: [CHANGED] })
  const { objectType, objectId, version, action = `${objectType}.save`, reason } = save
  await recordAudit(ctx, {
    action,
    objectType,
    objectId,
    versionBefore: version,
    versionAfter: version + 1,
    reason,
  })
}
