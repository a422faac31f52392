import { expect, test } from 'vitest'
import { enrolSchema, wishesSchema } from './schema.ts'

const wishes = { kinds: ['job'], sectors: [], hours: [], outcode: 'NR1', reachMiles: '10' }
const starting = (day: string, month: string, year: string) =>
  wishesSchema
    .safeParse({
      ...{ ...wishes, version: '1', 'earliestStart-day': day },
      ...{ 'earliestStart-month': month, 'earliestStart-year': year },
    })
    .error?.issues.map(({ message }) => message)

test('the earliest start may be left empty, but is a whole and real day otherwise', () => {
  expect(starting('', '', '')).toBeUndefined()
  expect(starting('5', '3', '2027')).toBeUndefined()
  expect(starting('5', '3', '')).toEqual([
    'Enter the earliest day you could start with a year, like 31 3 2027',
  ])
  expect(starting('31', '2', '2027')).toEqual([
    'Enter the earliest day you could start as a real date, like 31 3 2027',
  ])
})

test('a missing date of birth is asked for together with all else that is missing', () => {
  const { error } = enrolSchema.safeParse({ email: '', outcode: 'NR1' })
  const fields = error?.issues.map(({ path }) => path[0])
  expect(fields).toEqual(['fullName', 'onLicence', 'programmeId', 'dateOfBirth'])
  expect(error?.issues.at(-1)?.message).toBe('Enter the date of birth, like 27 3 1992')
})
