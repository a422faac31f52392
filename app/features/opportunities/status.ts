/** Where an opportunity stands. The database's `guard_opportunity` holds the same edges. */
export const states = ['draft', 'submitted', 'returned', 'live', 'closed'] as const
export type State = (typeof states)[number]

/** What somebody does that moves an opportunity, and who may. */
export const events = {
  submit: { from: ['draft', 'returned'], to: 'submitted', by: ['employer'] },
  approve: { from: ['submitted'], to: 'live', by: ['coordinator'] },
  return: { from: ['submitted'], to: 'returned', by: ['coordinator'] },
  close: { from: ['live'], to: 'closed', by: ['employer', 'coordinator'] },
  reopen: { from: ['closed'], to: 'live', by: ['employer', 'coordinator'] },
} as const satisfies Record<
  string,
  { from: readonly State[]; to: State; by: readonly ('employer' | 'coordinator')[] }
>

export type Event = keyof typeof events

/** Whether an event may happen to an opportunity in this state. */
export function canHappen(event: Event, state: State): boolean {
  return (events[event].from as readonly State[]).includes(state)
}

/** Whether somebody new can show interest; if not, why. `past`: its last day; `full`: its places. */
export type Openness = 'open' | 'not_live' | 'past' | 'full'

export interface OpennessFacts {
  state: State
  /** A London day. */
  closesOn: string | null
  places: number
  placesTaken: number
}

/** How open an opening is on a London day. The database asks the same in `isSearchable`. */
export function opennessOf(opening: OpennessFacts, today: string): Openness {
  if (opening.state !== 'live') return 'not_live'
  if (opening.closesOn === null || opening.closesOn < today) return 'past'
  return opening.placesTaken >= opening.places ? 'full' : 'open'
}

/** An employer changes its words only while nobody else relies on them. */
export function isEditable(state: State): boolean {
  return canHappen('submit', state)
}

export type Tone = 'neutral' | 'info' | 'good' | 'waiting' | 'problem'

const wording: Record<'employer' | 'coordinator', Record<State, { label: string; tone: Tone }>> = {
  employer: {
    draft: { label: 'Draft', tone: 'neutral' },
    submitted: { label: 'Being checked', tone: 'waiting' },
    returned: { label: 'Needs changes', tone: 'problem' },
    live: { label: 'Live', tone: 'good' },
    closed: { label: 'Closed', tone: 'neutral' },
  },
  coordinator: {
    draft: { label: 'Draft', tone: 'neutral' },
    submitted: { label: 'To check', tone: 'waiting' },
    returned: { label: 'Back with the employer', tone: 'info' },
    live: { label: 'Live', tone: 'good' },
    closed: { label: 'Closed', tone: 'neutral' },
  },
}

/** The state as this reader is told it. */
export function statusFor(audience: 'employer' | 'coordinator', state: State) {
  return wording[audience][state]
}

/** The same for a list of openings, where one that is live may still take nobody. */
export function standingFor(audience: 'employer' | 'coordinator', state: State, is: Openness) {
  if (is === 'past') return { label: 'Past its last day', tone: 'neutral' as const }
  if (is === 'full') return { label: 'Every place taken', tone: 'info' as const }
  return statusFor(audience, state)
}

/** What somebody reads who came too late: what the state is now. */
export function tooLate(state: State): string {
  const now: Record<State, string> = {
    draft: 'This opening is a draft.',
    submitted: 'This opening is with the office, being checked.',
    returned: 'This opening has gone back to the employer for changes.',
    live: 'This opening is live.',
    closed: 'This opening is closed.',
  }
  return `${now[state]} What you asked for cannot be done now.`
}
