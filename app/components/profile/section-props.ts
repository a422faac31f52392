import type { Section } from '#app/features/profiles/get-section.server.ts'

/** What came of a form that could not be taken. */
export interface Refused {
  errors: Record<string, string[]>
  values: Record<string, string | string[]>
}

/** What the page of one section is drawn from. */
export interface SectionProps<N extends Section['name'] = Section['name']> {
  section: Extract<Section, { name: N }>
  refused: Refused | undefined
}

/** What to show in a box: what was typed, after a form that was refused, or else what is saved. */
export const shownIn = (refused: Refused | undefined, name: string, saved: string) =>
  refused ? ([refused.values[name] ?? ''].flat()[0] ?? '') : saved

/** The same for boxes to tick. */
export const tickedIn = (refused: Refused | undefined, name: string, saved: string[]) =>
  refused ? [refused.values[name] ?? []].flat() : saved
