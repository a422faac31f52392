import { expect, test } from 'vitest'
import { vettingSchema } from '#app/features/employers/schema.ts'
import { reviewSchema } from '#app/features/opportunities/schema.ts'
import {
  availabilitySchema,
  pauseSchema,
  startSchema,
  travelSchema,
  wishesSchema,
  wordsSchema,
} from '#app/features/profiles/schema.ts'
import type { z } from 'zod'

const strengthsSchema = wordsSchema('strengths')
const statementSchema = wordsSchema('statement')

test.each(
  Object.entries({
    ...{ strengthsSchema, wishesSchema, startSchema, pauseSchema },
    ...{ vettingSchema, reviewSchema },
  }),
)('%s takes the number of a version that the database can hold, and no other', (_, schema) => {
  expect(['1', '2147483647'].map(isTakenBy(schema))).toEqual([true, true])
  for (const version of ['0', ...NO_VERSIONS])
    expect([version, isTakenBy(schema)(version)]).toEqual([version, false])
})

test.each(Object.entries({ statementSchema, availabilitySchema, travelSchema }))(
  '%s takes none too, since nothing may have been saved yet',
  (_, schema) => {
    expect(['0', '1', '2147483647'].map(isTakenBy(schema))).toEqual([true, true, true])
    for (const version of NO_VERSIONS)
      expect([version, isTakenBy(schema)(version)]).toEqual([version, false])
  },
)

const NO_VERSIONS = ['-1', '1.5', '2147483648', '1e300', 'Infinity', 'x', '']

const isTakenBy = (schema: z.ZodType) => (version: string) =>
  !schema.safeParse({ version }).error?.issues.some(({ path }) => path[0] === 'version')
