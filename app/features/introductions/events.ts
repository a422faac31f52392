import type { Role } from '#app/platform/context.ts'

/** Where an introduction stands. `proposed` lasts until both keys are turned. */
export type State =
  | 'proposed'
  | 'introduced'
  | 'meeting'
  | 'offered'
  | 'accepted'
  | 'started'
  | 'refused'
  | 'withdrawn'
  | 'expired'
  | 'not_this_time'
  | 'offer_declined'

export type EventName = keyof typeof events

interface Event {
  from: readonly State[]
  /** Where it leads. A key leads to `introduced` when it is the last one missing. */
  to: State | 'stays' | 'introduced_when_complete'
  by: readonly (Role | 'system')[]
}

/** Every edge an introduction may move along; `docs/introductions.md` is drawn from this table. */
export const events = {
  give_consent: { from: ['proposed'], to: 'introduced_when_complete', by: ['candidate'] },
  approve: { from: ['proposed'], to: 'introduced_when_complete', by: ['mentor'] },
  record_officer: { from: ['proposed'], to: 'introduced_when_complete', by: ['mentor'] },
  second_approve: {
    from: ['proposed'],
    to: 'introduced_when_complete',
    by: ['mentor', 'coordinator'],
  },
  refuse: { from: ['proposed'], to: 'refused', by: ['mentor'] },
  expire: { from: ['proposed'], to: 'expired', by: ['system'] },
  withdraw: {
    from: ['proposed', 'introduced', 'meeting', 'offered', 'accepted', 'started'],
    to: 'withdrawn',
    by: ['candidate', 'mentor'],
  },
  meet: { from: ['introduced'], to: 'meeting', by: ['employer'] },
  not_this_time: { from: ['introduced', 'meeting'], to: 'not_this_time', by: ['employer'] },
  offer: { from: ['meeting'], to: 'offered', by: ['employer'] },
  accept_offer: { from: ['offered'], to: 'accepted', by: ['candidate'] },
  decline_offer: { from: ['offered'], to: 'offer_declined', by: ['candidate'] },
  record_start: { from: ['accepted'], to: 'started', by: ['employer'] },
  confirm_start: { from: ['started'], to: 'stays', by: ['mentor'] },
} as const satisfies Record<string, Event>

/** The states nothing leads out of, derived from the table. */
export const terminalStates: readonly State[] = (
  ['refused', 'withdrawn', 'expired', 'not_this_time', 'offer_declined'] as const
).filter((state) => !Object.values<Event>(events).some(({ from }) => from.includes(state)))

/** Every pair of states the table allows; the database holds the same list. */
export function edges(): [State, State][] {
  const pairs = new Map<string, [State, State]>()
  for (const { from, to } of Object.values<Event>(events))
    for (const state of from)
      for (const next of nextStates(state, to)) pairs.set(`${state}>${next}`, [state, next])
  return [...pairs.values()]
}

function nextStates(from: State, to: Event['to']): State[] {
  if (to === 'stays') return [from]
  return to === 'introduced_when_complete' ? [from, 'introduced'] : [to]
}
