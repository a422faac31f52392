import { v7 as uuidv7 } from 'uuid'
import { dayCodes } from '#app/features/restrictions/effects.ts'
import { restrictionSchema, type RestrictionForm } from '#app/features/restrictions/schema.ts'

/** A restriction as a form sends it: a curfew on one night unless told otherwise. */
export const restrictionFields = (more: Record<string, string> = {}): Record<string, string> => ({
  id: uuidv7(),
  kind: 'curfew',
  days: 'mon',
  from: '19:00',
  to: '07:00',
  travelMinutes: '30',
  source: 'licence',
  details: '',
  'reviewOn-day': '5',
  'reviewOn-month': '3',
  'reviewOn-year': '2099',
  version: '0',
  ...more,
})

/** The same, checked; a curfew every night. */
export const restrictionForm = (more: Record<string, unknown> = {}): RestrictionForm =>
  restrictionSchema.parse({ ...restrictionFields(), days: dayCodes, ...more })
