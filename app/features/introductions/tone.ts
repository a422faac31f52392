import type { State } from './events.ts'

/** How a state's tag is coloured; the words beside it say the same. */
export function toneOf(state: State | 'closed'): 'neutral' | 'info' | 'good' | 'waiting' {
  if (state === 'accepted' || state === 'started') return 'good'
  if (state === 'proposed' || state === 'introduced') return 'waiting'
  if (state === 'meeting' || state === 'offered') return 'info'
  return 'neutral'
}
