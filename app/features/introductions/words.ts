import {
  qualificationInWords,
  weekInWords,
  type Qualification,
  type Week,
} from '#app/features/profiles/in-words.ts'
import { longDate } from '#app/platform/clock.ts'
import { wordHeadings } from './word-headings.ts'

/** What the words that an employer reads are made of, and nothing else. */
export interface WordsFacts {
  strengths: string
  skills: string
  qualifications: readonly Qualification[]
  experience: string
  statement: string
  week: Week
  /** Null where nobody has said, and where it depends on a release: no employer is told which. */
  earliestStart: string | null
}

/**
 * The words of a profile, part by part; none while somebody has said nothing of themselves. They may
 * not depend on the day: a yes is for exactly these. Without where a qualification was gained, how
 * somebody travels, whether they need childcare, or anything else that is nobody's business.
 */
export function composeWords(facts: WordsFacts): string {
  const ofThemselves = filled([
    [wordHeadings.strengths, facts.strengths],
    [wordHeadings.skills, facts.skills],
    [wordHeadings.qualifications, facts.qualifications.map(qualificationInWords).join('\n')],
    [wordHeadings.experience, facts.experience],
    [wordHeadings.statement, facts.statement],
  ])
  if (ofThemselves.length === 0) return ''
  const when = filled([
    [wordHeadings.week, weekInWords(facts.week).join('\n')],
    [wordHeadings.start, facts.earliestStart ? `From ${longDate(facts.earliestStart)}` : ''],
  ])
  return [...ofThemselves, ...when].map(([heading, text]) => `${heading}\n${text}`).join('\n\n')
}

const filled = (parts: [heading: string, text: string][]) =>
  parts.filter(([, text]) => text.trim() !== '')
