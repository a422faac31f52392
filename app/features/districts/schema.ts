import { z } from 'zod'
import { dayBoxes, dayCheck } from '#app/platform/typed-day-schema.ts'
import { needed, optional } from '#app/platform/typed-text-schema.ts'
import { versionSchema } from '#app/platform/version-schema.ts'

const district = {
  code: needed('Enter the code', 20).regex(
    /^[A-Za-z0-9-]*$/,
    'Use letters, figures and dashes only, like E07000148',
  ),
  name: needed('Enter the name', 100),
  ...dayBoxes('startsOn'),
  ...dayBoxes('endsOn'),
  successor: optional(300),
}
const startsOn = dayCheck('startsOn', { ask: 'Enter its first day', isOptional: true })
const endsOn = dayCheck('endsOn', { ask: 'Enter its last day', isOptional: true })

/** A new district. */
export const newDistrictSchema = z
  .strictObject(district)
  .superRefine(...startsOn)
  .superRefine(...endsOn)

/** A district as it is now. */
export const districtSchema = z
  .strictObject({ ...district, version: versionSchema })
  .superRefine(...startsOn)
  .superRefine(...endsOn)
