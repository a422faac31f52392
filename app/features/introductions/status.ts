import type { State } from './events.ts'

/** Who a wording is for. */
export type Audience = 'candidate' | 'mentor' | 'employer' | 'coordinator'

const CLOSED = 'This introduction is no longer open'

const words: Record<State, Record<Audience, string>> = {
  proposed: {
    candidate: 'With your mentor',
    mentor: 'Not shared yet',
    employer: CLOSED,
    coordinator: 'Not shared yet',
  },
  introduced: {
    candidate: 'The employer is reading your profile',
    mentor: 'With the employer',
    employer: 'Waiting for your answer',
    coordinator: 'With the employer',
  },
  meeting: {
    candidate: 'The employer would like to meet you',
    mentor: 'Meeting',
    employer: 'You said you would like to meet',
    coordinator: 'Meeting',
  },
  offered: {
    candidate: 'You have an offer',
    mentor: 'Offer made',
    employer: 'Offer made',
    coordinator: 'Offer made',
  },
  accepted: {
    candidate: 'You said yes to the offer',
    mentor: 'Offer accepted',
    employer: 'Offer accepted',
    coordinator: 'Offer accepted',
  },
  started: {
    candidate: 'You have started',
    mentor: 'Started',
    employer: 'Started',
    coordinator: 'Started',
  },
  refused: {
    candidate: 'Not this one: talk to your mentor',
    mentor: 'Refused',
    employer: CLOSED,
    coordinator: 'Refused by the mentor',
  },
  withdrawn: {
    candidate: 'Taken back',
    mentor: 'Taken back',
    employer: CLOSED,
    coordinator: 'Taken back',
  },
  expired: {
    candidate: 'Ran out of time: you can ask again',
    mentor: 'Ran out of time',
    employer: CLOSED,
    coordinator: 'Ran out of time',
  },
  not_this_time: {
    candidate: 'Not this time',
    mentor: 'Not this time',
    employer: 'You said not this time',
    coordinator: 'Not this time',
  },
  offer_declined: {
    candidate: 'You said no to the offer',
    mentor: 'Offer declined',
    employer: 'Offer declined',
    coordinator: 'Offer declined',
  },
}

/** The plain words for a state, as this audience reads them. */
export const statusFor = (state: State, audience: Audience) => words[state][audience]

/** Why an employer answers "not this time", with the kind plain version the candidate reads. */
export const notThisTimeReasons = [
  {
    value: 'needs_skill',
    label: 'A skill or ticket is needed',
    kind: 'They need a skill or ticket you do not have yet. Your mentor can help you find out how to get it.',
  },
  {
    value: 'hours',
    label: 'The hours do not fit',
    kind: 'The hours did not fit. That says nothing about you.',
  },
  { value: 'distance', label: 'Too far away', kind: 'It was too far to travel.' },
  {
    value: 'another_candidate',
    label: 'Another candidate was chosen',
    kind: 'They chose somebody else this time. Your mentor has other openings to look at with you.',
  },
  {
    value: 'changed',
    label: 'The opportunity has changed',
    kind: 'The opening changed. That says nothing about you.',
  },
  {
    value: 'support',
    label: 'We cannot give the support needed',
    kind: 'They could not give the right support. Your mentor will look for a place that can.',
  },
  {
    value: 'other',
    label: 'Another reason',
    kind: 'It did not work out this time. Talk to your mentor about what comes next.',
  },
] as const

/** Why a mentor refuses an introduction. */
export const refusalReasons = [
  { value: 'not_ready', label: 'Not ready yet' },
  { value: 'does_not_fit', label: 'Does not fit what they want' },
  { value: 'restriction', label: 'Something stands in the way' },
  { value: 'other', label: 'Another reason' },
] as const
