import fc from 'fast-check'
import { expect, test } from 'vitest'
import { timeFrom, timeInWords } from './typed-time.ts'

test.each([
  ['9', '09:00'],
  ['9am', '09:00'],
  [' 9.30 AM ', '09:30'],
  ['17:00', '17:00'],
  ['5 p.m.', '17:00'],
  ['12am', '00:00'],
  ['12pm', '12:00'],
  ['noon', '12:00'],
  ['midnight', '00:00'],
  ['0:05', '00:05'],
])('“%s” is %s', (typed, time) => expect(timeFrom(typed)).toBe(time))

test.each(['', 'nine', '24', '9:60', '13pm', '0am', '9:5', '-1', '9am to 5pm'])(
  '“%s” is no time',
  (typed) => expect(timeFrom(typed)).toBeNull(),
)

test('every time can be typed as it is said', () => {
  fc.assert(
    fc.property(fc.nat(23), fc.nat(59), (hour, minute) => {
      const time = [hour, minute].map((part) => String(part).padStart(2, '0')).join(':')
      expect(timeFrom(timeInWords(time))).toBe(time)
    }),
  )
})
