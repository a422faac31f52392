/** The pages of a profile, in the order they are offered: strengths first, nothing compulsory. */
export const sectionNames = [
  'strengths',
  'skills',
  'qualifications',
  'experience',
  'statement',
  'wishes',
  'availability',
  'travel',
  'start',
  'hidden',
  'apart',
  'pause',
] as const
export type SectionName = (typeof sectionNames)[number]

/** The heading of each page, and its name in the list of what is done. */
export const sectionTitles: Record<SectionName, string> = {
  strengths: 'What are you good at?',
  skills: 'Your skills',
  qualifications: 'Tickets and qualifications',
  experience: 'What have you done?',
  statement: 'In your own words',
  wishes: 'What I want',
  availability: 'When you can work',
  travel: 'Getting there',
  start: 'When you could start',
  hidden: 'Employers you hide from',
  apart: 'People and places to be kept apart from',
  pause: 'Have a pause',
}

/** Answered in words alone, on a page with one box. */
export const wordsSections = ['strengths', 'skills', 'experience', 'statement'] as const
export type WordsSection = (typeof wordsSections)[number]

/** A volunteer who mentors somebody does not see these, and they are not there for them. */
export const staffOnly: readonly SectionName[] = ['hidden', 'apart']

export const isSectionName = (name: string | undefined): name is SectionName =>
  (sectionNames as readonly (string | undefined)[]).includes(name)

export const isWordsSection = (name: SectionName): name is WordsSection =>
  (wordsSections as readonly SectionName[]).includes(name)
