import { z } from 'zod'
import { dayBoxes, dayCheck } from '#app/platform/typed-day-schema.ts'
import { versionSchema } from '#app/platform/version-schema.ts'
import { enrolSchema } from './schema.ts'

const { fullName, email, phone, outcode, onLicence } = enrolSchema.shape

/** What the office knows of a person, corrected. */
export const detailsSchema = z
  .strictObject({
    ...{ fullName, email, phone, outcode, onLicence },
    ...dayBoxes('dateOfBirth'),
    version: versionSchema,
  })
  .superRefine(...dayCheck('dateOfBirth', { ask: 'Enter the date of birth', example: '27 3 1992' }))
