import { expect, test } from 'vitest'
import { enrolSchema } from './schema.ts'

test('a missing date of birth is asked for together with all else that is missing', () => {
  const { error } = enrolSchema.safeParse({ email: '', outcode: 'NR1' })
  const fields = error?.issues.map(({ path }) => path[0])
  expect(fields).toEqual(['fullName', 'onLicence', 'programmeId', 'dateOfBirth'])
  expect(error?.issues.at(-1)?.message).toBe('Enter the date of birth, like 27 3 1992')
})

test('a name may have 200 characters, of which an emoji is one', () => {
  const problems = (fullName: string) =>
    enrolSchema
      .safeParse({ fullName })
      .error?.issues.filter(({ path }) => path[0] === 'fullName')
      .map(({ message }) => message)
  expect(problems('🙂'.repeat(200))).toEqual([])
  expect(problems('x'.repeat(201))).toEqual(['Use 200 characters or fewer'])
})
