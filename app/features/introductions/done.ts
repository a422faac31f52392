import type { State } from './events.ts'

type Side = 'candidate' | 'mentor' | 'employer'

const after: Record<Side, Record<string, { states: readonly State[]; text: string }>> = {
  candidate: {
    interest: {
      states: ['proposed'],
      text: 'Your mentor can see that you are interested. The employer cannot.',
    },
    consent: {
      states: ['proposed'],
      text: 'You said yes. Your mentor reads it next, and nothing is shared until they say yes too.',
    },
    shared: {
      states: ['introduced'],
      text: 'You said yes, and so did your mentor. The employer can now read your words, without your name.',
    },
    withdraw: { states: ['withdrawn'], text: 'You have taken it back. Your mentor can see it.' },
    accept: { states: ['accepted'], text: 'You said yes to the offer. Your mentor knows.' },
    decline: { states: ['offer_declined'], text: 'You said no to the offer. That is fine.' },
  },
  mentor: {
    approve: {
      states: ['proposed'],
      text: 'Your approval is on record. Nothing is shared until everybody who has to has said yes.',
    },
    shared: {
      states: ['introduced'],
      text: 'Everybody has said yes. The employer can now read the words, without the name.',
    },
    refuse: { states: ['refused'], text: 'Refused. The employer never saw that this existed.' },
    revoke: { states: ['withdrawn'], text: 'Taken back. The employer sees nothing any more.' },
    recorded: { states: ['proposed'], text: 'The officer’s approval is on record.' },
    ticked: {
      states: ['meeting', 'not_this_time', 'withdrawn'],
      text: 'Ticked off. It is no longer on your list.',
    },
    confirmed: { states: ['started'], text: 'The start is confirmed and counts.' },
  },
  employer: {
    meet: {
      states: ['meeting'],
      text: 'Thank you. You can now see the name, and the mentor to ring.',
    },
    answered: {
      states: ['not_this_time'],
      text: 'Thank you for your answer. The mentor passes it on kindly.',
    },
    offer: { states: ['offered'], text: 'Your offer is with the person and their mentor.' },
    start: { states: ['started'], text: 'The start is recorded. The mentor confirms it next.' },
  },
}

/**
 * What to confirm on the page a step led to. An address anybody could have typed confirms nothing
 * that the introduction's own state does not bear out.
 */
export function doneText(side: Side, code: string | null, state: State | 'closed') {
  const found = code !== null && Object.hasOwn(after[side], code) ? after[side][code] : undefined
  return found?.states.some((one) => one === state) ? found.text : undefined
}
