import { expect, test } from 'vitest'
import type { Offer, Seeker } from './fit.ts'
import { fitOf } from './fit.ts'
import { fitInWords, reasonsForMentor } from './reasons.ts'

const seeker: Seeker = {
  age: 17,
  kinds: ['job', 'training'],
  sectors: ['retail'],
  hours: [],
  outcode: 'NR1',
  reachMiles: 10,
}
const offer: Offer = {
  kind: 'job',
  sector: 'retail',
  hours: ['full_time'],
  outcodes: ['NR1', 'EC1A'],
  isRemote: false,
  minAge: 16,
}
const said = (person: Partial<Seeker>, opening: Partial<Offer>) =>
  fitInWords({ ...seeker, ...person }, { ...offer, ...opening })

test('a wanted kind, within reach and lawful for the age is open, and says why', () => {
  expect(said({}, {})).toEqual({
    isOpen: true,
    reasons: [
      'You want a job',
      'Its nearest place is less than 2 miles away',
      'It is work you named',
    ],
  })
  expect(said({}, { outcodes: ['NR1'] })?.reasons[1]).toBe('It is less than 2 miles away')
})

test('hours that do not fit are said, and close nothing; those nobody has named are not', () => {
  const nights = said({ hours: ['nights'] }, {})
  expect(nights?.isOpen).toBe(true)
  expect(nights?.reasons.at(-1)).toBe('But the hours are not those you asked for')
  for (const [person, opening] of [
    [{ hours: ['full_time', 'nights'] }, {}],
    [{ hours: ['nights'] }, { hours: [] }],
    [{}, {}],
  ] as const)
    expect(said(person as Partial<Seeker>, opening as Partial<Offer>)?.reasons.at(-1)).toBe(
      'It is work you named',
    )
})

test('of somebody who has said nothing, the mentor reads that, and neither for nor against', () => {
  const silent = { ...seeker, kinds: [], sectors: [], hours: [] }
  const reasons = reasonsForMentor(fitOf(silent, offer), silent, offer)
  expect(reasons.filter(({ isMet }) => isMet === null).map(({ text }) => text)).toEqual([
    'Kinds they want: not said yet',
    'Work they want: not said yet',
    'Hours they want: not said yet',
  ])
})

test('work from home is within everybody’s reach', () => {
  expect(said({}, { isRemote: true, outcodes: [], sector: 'it' })).toEqual({
    isOpen: true,
    reasons: ['You want a job', 'You can do it from home'],
  })
})

test('what is missing is said, each thing by itself', () => {
  expect(said({}, { minAge: 18 })).toEqual({
    isOpen: false,
    reasons: ['It is for people aged 18 or over'],
  })
  expect(said({}, { kind: 'bursary' })?.reasons).toEqual(['You did not ask for a bursary'])
  expect(said({}, { outcodes: ['NR30'] })?.reasons).toEqual([
    'It is about 18 miles away; you can travel 10 miles',
  ])
  expect(said({}, { outcodes: [] })?.reasons).toEqual(['We do not know how far it is'])
})

test('to somebody who has not said what they want, nothing is said', () => {
  expect(said({ kinds: [] }, {})).toBeNull()
})
