import { expect, test } from 'vitest'
import { qualificationInWords, travelInWords, weekInWords } from './in-words.ts'

const day = (weekday: number, fromTime = '09:00:00', untilTime = '17:00:00') => ({
  weekday,
  fromTime,
  untilTime,
})

test('days alike that follow each other are said together', () => {
  const days = [
    day(1),
    day(2),
    day(3),
    day(5),
    day(6, '22:00:00', '06:00:00'),
    day(7, '22:00:00', '06:00:00'),
  ]
  expect(weekInWords({ days, isSchoolHours: true, isTermTimeOnly: true })).toEqual([
    'Monday to Wednesday: 9am to 5pm',
    'Friday: 9am to 5pm',
    'Saturday and Sunday: 10pm to 6am the next morning',
    'Only during school hours',
    'Only in term time',
  ])
})

test('who has said nothing of their week has nothing said of it', () => {
  expect(weekInWords({ days: [], isSchoolHours: false, isTermTimeOnly: false })).toEqual([])
})

test('a qualification says who gave it, when and at which level, as far as it is known', () => {
  const whole = {
    name: 'Food hygiene',
    level: 'Level 2',
    awardingBody: 'City & Guilds',
    gainedOn: '2024-03-27',
  }
  expect(qualificationInWords(whole)).toBe('Food hygiene, Level 2, City & Guilds, 27 March 2024')
  const bare = { name: 'CSCS card', level: '', awardingBody: '', gainedOn: null }
  expect(qualificationInWords(bare)).toBe('CSCS card')
})

test('a qualification is said without where it was gained, even where that is known', () => {
  const row = {
    name: 'Barbering',
    level: '',
    awardingBody: '',
    gainedOn: null,
    place: 'HMP Norwich',
  }
  expect(qualificationInWords(row)).toBe('Barbering')
})

test('travel is said thing by thing', () => {
  const travel = {
    modes: ['bus', 'lift'],
    maxMinutes: 45,
    earliestLeave: '07:00:00',
    latestHome: null,
  }
  expect(travelInWords(travel)).toEqual([
    'Bus, Somebody gives me a lift',
    'Up to 45 minutes',
    'Can leave at 7am or later',
  ])
})
