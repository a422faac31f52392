/** One answer of a list: `value` is stored and put in addresses, `label` is read by people. */
export interface Choice {
  value: string
  label: string
}

export const kinds = [
  { value: 'job', label: 'Job' },
  { value: 'work_experience', label: 'Work experience' },
  { value: 'training', label: 'Training' },
  { value: 'bursary', label: 'Bursary' },
  { value: 'interview_experience', label: 'Interview experience' },
] as const satisfies readonly Choice[]

export type Kind = (typeof kinds)[number]['value']

export const sectors = [
  { value: 'animal_care_farming', label: 'Animal care and farming' },
  { value: 'cleaning_maintenance', label: 'Cleaning and maintenance' },
  { value: 'construction', label: 'Construction' },
  { value: 'driving', label: 'Driving' },
  { value: 'education_support', label: 'Education support' },
  { value: 'hair_beauty', label: 'Hair and beauty' },
  { value: 'hospitality_catering', label: 'Hospitality and catering' },
  { value: 'it', label: 'IT' },
  { value: 'manufacturing', label: 'Manufacturing' },
  { value: 'office', label: 'Office work' },
  { value: 'retail', label: 'Retail' },
  { value: 'sport', label: 'Sport' },
  { value: 'warehousing', label: 'Warehousing' },
  { value: 'waste_management', label: 'Waste management' },
  { value: 'other', label: 'Something else' },
] as const satisfies readonly Choice[]

export const hours = [
  { value: 'full_time', label: 'Full time' },
  { value: 'part_time', label: 'Part time' },
  { value: 'zero_hours', label: 'Zero hours' },
  { value: 'flexible', label: 'Flexible' },
  { value: 'shifts', label: 'Shifts' },
  { value: 'nights', label: 'Nights' },
  { value: 'term_time', label: 'Term time' },
  { value: 'weekends', label: 'Weekends' },
] as const satisfies readonly Choice[]

/** There is no "any conviction" answer: an exclusion is of one thing, for a reason of the role. */
export const stances = [
  { value: 'open', label: 'Open to everybody, whatever is in their past' },
  { value: 'case_by_case', label: 'We talk about each person’s case with their mentor' },
  { value: 'exclusions', label: 'Some convictions do not fit this role, and we say why' },
] as const satisfies readonly Choice[]

export const exclusions = [
  { value: 'children', label: 'Convictions that bar work with children' },
  { value: 'adults_at_risk', label: 'Convictions that bar work with adults at risk' },
  { value: 'driving', label: 'Driving convictions' },
  { value: 'money', label: 'Fraud or theft from an employer' },
  { value: 'weapons', label: 'Weapons' },
  { value: 'fire', label: 'Arson' },
  { value: 'violence', label: 'Serious violence' },
] as const satisfies readonly Choice[]

export const dbsLevels = [
  { value: 'none', label: 'No check' },
  { value: 'basic', label: 'Basic check' },
  { value: 'standard', label: 'Standard check' },
  { value: 'enhanced', label: 'Enhanced check' },
] as const satisfies readonly Choice[]

/** Levels that only roles named in the Exceptions Order may ask for. */
export const dbsLevelsNeedingBasis: readonly string[] = ['standard', 'enhanced']

export const payPeriods = [
  { value: 'hour', label: 'an hour' },
  { value: 'day', label: 'a day' },
  { value: 'week', label: 'a week' },
  { value: 'fortnight', label: 'a fortnight' },
  { value: 'month', label: 'a month' },
  { value: 'year', label: 'a year' },
] as const satisfies readonly Choice[]

export const contracts = [
  { value: 'permanent', label: 'Permanent' },
  { value: 'fixed_term', label: 'Fixed term' },
  { value: 'temporary', label: 'Temporary' },
  { value: 'apprenticeship', label: 'Apprenticeship' },
  { value: 'self_employed', label: 'Self-employed' },
] as const satisfies readonly Choice[]

export const interviewFormats = [
  { value: 'in_person', label: 'In person' },
  { value: 'online', label: 'By video' },
  { value: 'phone', label: 'By phone' },
] as const satisfies readonly Choice[]

export const feedbackWays = [
  { value: 'spoken', label: 'Spoken, on the day' },
  { value: 'written', label: 'In writing, within a week' },
  { value: 'both', label: 'Both' },
] as const satisfies readonly Choice[]

export const audiences = [
  { value: 'anyone', label: 'Anyone' },
  { value: 'programme', label: 'Only people in a programme, and their mentors' },
] as const satisfies readonly Choice[]

export const closeReasons = [
  { value: 'filled_by_us', label: 'Filled by somebody from Throughgate' },
  { value: 'filled_elsewhere', label: 'Filled by somebody else' },
  { value: 'nobody_suitable', label: 'Not filled: nobody was right for it' },
  { value: 'not_needed', label: 'Not filled: we no longer need it' },
  { value: 'other', label: 'Not filled: something else' },
] as const satisfies readonly Choice[]

export const radii = [
  { value: '2', label: '2 miles' },
  { value: '5', label: '5 miles' },
  { value: '10', label: '10 miles' },
  { value: '15', label: '15 miles' },
  { value: '25', label: '25 miles' },
  { value: '50', label: '50 miles' },
] as const satisfies readonly Choice[]

/** What people read for a stored value; a retired value reads as itself. */
export function labelOf(choices: readonly Choice[], value: string | null | undefined): string {
  return choices.find((choice) => choice.value === value)?.label ?? value ?? ''
}

/** Whether a value is one of the list's. */
export function isOneOf(choices: readonly Choice[], value: unknown): value is string {
  return choices.some((choice) => choice.value === value)
}
