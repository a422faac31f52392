import { expect, test } from 'vitest'
import { composeWords, type WordsFacts } from './words.ts'

const nothing: WordsFacts = {
  strengths: '',
  skills: '',
  qualifications: [],
  experience: '',
  statement: '',
  week: { days: [], isSchoolHours: false, isTermTimeOnly: false },
  earliestStart: null,
}

test('the words are every part that says something, in one order', () => {
  const body = composeWords({
    strengths: 'Calm',
    skills: 'Lifting\nCounting',
    qualifications: [
      { name: 'Food hygiene', level: 'Level 2', awardingBody: '', gainedOn: '2024-03-27' },
      { name: 'CSCS card', level: '', awardingBody: '', gainedOn: null },
    ],
    experience: 'Shop work',
    statement: '  As typed,\n\n<b>& مرحبا 🙂 ',
    week: {
      days: [{ weekday: 1, fromTime: '09:00', untilTime: '15:00' }],
      isSchoolHours: true,
      isTermTimeOnly: false,
    },
    earliestStart: '2027-03-05',
  })
  expect(body).toBe(
    [
      'What I am good at\nCalm',
      'My skills\nLifting\nCounting',
      'Tickets and qualifications\nFood hygiene, Level 2, 27 March 2024\nCSCS card',
      'What I have done\nShop work',
      'In my own words\n  As typed,\n\n<b>& مرحبا 🙂 ',
      'When I can work\nMonday: 9am to 3pm\nOnly during school hours',
      'When I could start\nFrom 5 March 2027',
    ].join('\n\n'),
  )
})

test('who has said nothing of themselves has no words to share, whenever they could start', () => {
  expect(composeWords({ ...nothing, earliestStart: '2027-03-05', statement: ' \n' })).toBe('')
})
