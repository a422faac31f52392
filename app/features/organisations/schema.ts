import { z } from 'zod'
import { dayBoxes, dayCheck } from '#app/platform/typed-day-schema.ts'
import { needed, oneOf, optional } from '#app/platform/typed-text-schema.ts'
import { versionSchema } from '#app/platform/version-schema.ts'
import { organisationKinds } from './kinds.ts'

const organisation = {
  name: needed('Enter the name', 150),
  kind: oneOf(organisationKinds, 'Say what kind of organisation it is'),
}

/** A new partner organisation. */
export const newOrganisationSchema = z.strictObject(organisation)

/** A partner organisation as it is now: some end, and another takes over. */
export const organisationSchema = z
  .strictObject({
    ...organisation,
    ...dayBoxes('endsOn'),
    successor: optional(300),
    version: versionSchema,
  })
  .superRefine(...dayCheck('endsOn', { ask: 'Enter its last day', isOptional: true }))
