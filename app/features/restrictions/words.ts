import { labelOf } from '#app/features/opportunities/vocabulary.ts'
import { days, effectKinds, premisesKinds, sources } from './effects.ts'
import type { Effect, RestrictionText } from './restriction-text.ts'

/** An effect as a sentence, for those who may read it. Employers are named by the caller. */
export function effectInWords(effect: Effect, employerName: string | null): string {
  const label = labelOf(effectKinds, effect.kind)
  switch (effect.kind) {
    case 'curfew':
      return `At home from ${effect.from} to ${effect.to} on ${dayNames(effect.days)}, and ${effect.travelMinutes} minutes for the way`
    case 'appointment':
      return `Somewhere else from ${effect.from} to ${effect.to} on ${dayNames(effect.days)}`
    case 'area':
      return `${label}: ${effect.outcodes.join(', ')}`
    case 'premises':
      return `${label}: ${labelOf(premisesKinds, effect.premises).toLowerCase()}`
    case 'no_cash':
      return effect.pounds === 0
        ? 'Must not handle cash'
        : `Must not handle more than £${effect.pounds.toLocaleString('en-GB')} in cash`
    case 'no_contact':
      return `Must have no contact with ${[effect.employerId && (employerName ?? 'an employer'), effect.outcode].filter(Boolean).join(', nor go to ')}`
    default:
      return label
  }
}

export const sourceInWords = ({ source }: Pick<RestrictionText, 'source'>) =>
  labelOf(sources, source)

function dayNames(chosen: readonly string[]): string {
  if (chosen.length === days.length) return 'every day'
  const names = days.filter(({ value }) => chosen.includes(value)).map(({ label }) => label)
  return [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' and ')
}
