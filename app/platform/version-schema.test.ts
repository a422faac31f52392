import { expect, test } from 'vitest'
import { profileSchema, wishesSchema } from '#app/features/candidates/schema.ts'
import { vettingSchema } from '#app/features/employers/schema.ts'
import { reviewSchema } from '#app/features/opportunities/schema.ts'

test.each(Object.entries({ profileSchema, wishesSchema, vettingSchema, reviewSchema }))(
  '%s takes the number of a version that the database can hold, and no other',
  (_, schema) => {
    const isTaken = (version: string) =>
      !schema.safeParse({ version }).error?.issues.some(({ path }) => path[0] === 'version')
    expect(['1', '2147483647'].map(isTaken)).toEqual([true, true])
    for (const version of ['0', '-1', '1.5', '2147483648', '1e300', 'Infinity', 'x', ''])
      expect([version, isTaken(version)]).toEqual([version, false])
  },
)
