import {
  audiences,
  contracts,
  dbsLevels,
  dbsLevelsNeedingBasis,
  exclusions,
  feedbackWays,
  hours,
  interviewFormats,
  labelOf,
  payPeriods,
  sectors,
  stances,
} from './vocabulary.ts'
import type { Choice, Kind } from './vocabulary.ts'

/** One question of an opening. The forms, their checks and the answers page are made from these. */
export interface Field {
  /** The column, or the key in `details`; `exclusion-` and a code for a reason. */
  name: string
  /** The question, as the employer is asked it. */
  label: string
  /** The answer's name, as people read it who look for an opening; the question unless given. */
  readAs?: string
  hint?: string
  control:
    'line' | 'lines' | 'number' | 'money' | 'date' | 'choice' | 'list' | 'outcodes' | 'exclusion'
  /** For `choice` and `list`. A `choice` of true and false is stored as a boolean. */
  options?: readonly Choice[]
  /** What is said when it is empty. Without it the field may stay empty. */
  missing?: string
  /** Most characters of a text, or the bounds of a number; the least of an amount in pence. */
  most?: number
  least?: number
  isDetail?: boolean
  /** Asked only beside these answers to another question of the page. */
  onlyIf?: { name: string; values: readonly string[]; words: string }
}

export const sectionNames = ['about', 'where', 'when', 'who', 'details'] as const
export type SectionName = (typeof sectionNames)[number]

const titles: Record<SectionName, string> = {
  about: 'What it is',
  where: 'Where it is',
  when: 'Hours, places and closing date',
  who: 'Who it is for',
  details: 'What they will get',
}

/** The heading of one page. */
export function sectionTitle(section: SectionName, kind: Kind): string {
  return section === 'when' && !hasHours(kind) ? 'Places and closing date' : titles[section]
}

/** Money and a practice interview are had at no hours of the week. */
export const hasHours = (kind: Kind) => kind !== 'bursary' && kind !== 'interview_experience'

/** The questions of one page. */
export function fieldsOf(section: SectionName, kind: Kind): readonly Field[] {
  if (section === 'details') return detailFields[kind]
  if (section === 'when' && !hasHours(kind))
    return commonFields.when.filter(({ name }) => name !== 'hours')
  return commonFields[section]
}

/** Whether a question is asked beside the answers that an opening, or its form, holds. */
export const isAsked = ({ onlyIf }: Field, answers: Record<string, unknown>): boolean =>
  !onlyIf || onlyIf.values.some((value) => value === answers[onlyIf.name])

/** Every question of an opening of this kind, with the page it is on. */
export function allFields(kind: Kind): (Field & { section: SectionName })[] {
  return sectionNames.flatMap((section) =>
    fieldsOf(section, kind).map((field) => ({ ...field, section })),
  )
}

export function isSectionName(name: string | undefined): name is SectionName {
  return (sectionNames as readonly (string | undefined)[]).includes(name)
}

const yesOrNo: readonly Choice[] = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
]

const commonFields: Record<Exclude<SectionName, 'details'>, readonly Field[]> = {
  about: [
    {
      name: 'title',
      label: 'Title',
      hint: 'For example, “Kitchen porter”',
      control: 'line',
      most: 100,
      missing: 'Enter a title',
    },
    {
      name: 'summary',
      label: 'What will the person do?',
      hint: 'A few plain sentences. Say what a day looks like and what you need from them.',
      control: 'lines',
      most: 3000,
      missing: 'Say what the person will do',
    },
    {
      name: 'sector',
      label: 'Kind of work',
      control: 'choice',
      options: sectors,
      missing: 'Choose a kind of work',
    },
  ],
  where: [
    {
      name: 'isRemote',
      label: 'Can it be done from home?',
      control: 'choice',
      options: yesOrNo,
      missing: 'Say whether it can be done from home',
    },
    {
      name: 'outcodes',
      label: 'First part of the postcode',
      hint: 'For example, NR1. With several sites, put a comma between them.',
      control: 'outcodes',
    },
    {
      name: 'town',
      label: 'Town',
      hint: 'Leave it empty to use the town of the postcode',
      control: 'line',
      most: 60,
    },
  ],
  when: [
    {
      name: 'hours',
      label: 'Hours',
      control: 'list',
      options: hours,
      missing: 'Choose at least one kind of hours',
    },
    {
      name: 'places',
      label: 'How many places are there?',
      control: 'number',
      least: 1,
      most: 500,
      missing: 'Enter how many places there are',
    },
    {
      name: 'closesOn',
      label: 'Last day to show interest',
      control: 'date',
      missing: 'Enter the last day to show interest',
    },
  ],
  who: [
    {
      name: 'audience',
      label: 'Who may see this opening?',
      control: 'choice',
      options: audiences,
      missing: 'Choose who may see this opening',
    },
    {
      name: 'minAge',
      label: 'Youngest age',
      control: 'number',
      least: 13,
      most: 30,
      missing: 'Enter the youngest age',
    },
    {
      name: 'stance',
      label: 'How do you look at convictions?',
      hint: 'You will not be told about a conviction unless the person chooses to tell you.',
      control: 'choice',
      options: stances,
      missing: 'Choose how you look at convictions',
    },
    ...exclusions.map(({ value, label }): Field => ({
      name: `exclusion-${value}`,
      label,
      hint: 'Why this role? Leave it empty if it does not matter here.',
      control: 'exclusion',
      most: 300,
      onlyIf: {
        name: 'stance',
        values: ['exclusions'],
        words: `Only if you chose “${labelOf(stances, 'exclusions')}”`,
      },
    })),
    {
      name: 'dbsLevel',
      label: 'Criminal record check (DBS)',
      hint: 'A standard or enhanced check is only lawful for roles named in the Exceptions Order.',
      control: 'choice',
      options: dbsLevels,
      missing: 'Choose a criminal record check, or no check',
    },
    {
      name: 'dbsBasis',
      label: 'Why the law allows a standard or enhanced check',
      control: 'line',
      most: 300,
      onlyIf: {
        name: 'dbsLevel',
        values: dbsLevelsNeedingBasis,
        words: 'Only for a standard or an enhanced check',
      },
    },
  ],
}

const detail = (field: Field): Field => ({ ...field, isDetail: true })

const detailFields: Record<Kind, readonly Field[]> = {
  job: [
    {
      name: 'payMinPence',
      label: 'Pay',
      hint: 'In pounds, for example 12.71. This is the lowest if it varies.',
      control: 'money',
      missing: 'Enter the pay',
    },
    { name: 'payMaxPence', label: 'Most pay, if it varies', control: 'money' },
    {
      name: 'payPeriod',
      label: 'Pay is for',
      control: 'choice',
      options: payPeriods,
      missing: 'Choose what the pay is for',
    },
    detail({
      name: 'hoursPerWeek',
      label: 'Hours a week',
      control: 'line',
      most: 60,
      missing: 'Enter the hours a week',
    }),
    detail({
      name: 'contract',
      label: 'Contract',
      control: 'choice',
      options: contracts,
      missing: 'Choose a contract',
    }),
  ],
  work_experience: [
    detail({
      name: 'startsOn',
      label: 'First day',
      control: 'date',
      missing: 'Enter the first day',
    }),
    detail({ name: 'endsOn', label: 'Last day', control: 'date', missing: 'Enter the last day' }),
    detail({
      name: 'supervisor',
      label: 'Who will look after them? (job title)',
      readAs: 'Who looks after you',
      control: 'line',
      most: 100,
      missing: 'Enter who will look after them',
    }),
    detail({
      name: 'isInsured',
      label: 'Does your insurance cover them?',
      readAs: 'You are insured',
      control: 'choice',
      options: yesOrNo,
      missing: 'Say whether your insurance covers them',
    }),
    detail({
      name: 'isPaid',
      label: 'Is it paid?',
      readAs: 'You are paid',
      control: 'choice',
      options: yesOrNo,
      missing: 'Say whether it is paid',
    }),
  ],
  training: [
    detail({
      name: 'awardingBody',
      label: 'Who awards it?',
      readAs: 'Awarded by',
      control: 'line',
      most: 100,
      missing: 'Enter who awards it',
    }),
    detail({
      name: 'courseHours',
      label: 'How many hours is it in all?',
      readAs: 'Hours in all',
      control: 'number',
      least: 1,
      most: 5000,
      missing: 'Enter how many hours it is',
    }),
    detail({
      name: 'costPence',
      label: 'What does it cost the person?',
      readAs: 'What it costs you',
      hint: 'In pounds. Enter 0 if it is free.',
      control: 'money',
      missing: 'Enter what it costs the person, or 0',
    }),
    detail({
      name: 'certificate',
      label: 'What certificate do they get?',
      readAs: 'Your certificate',
      control: 'line',
      most: 150,
      missing: 'Enter the certificate they get',
    }),
  ],
  bursary: [
    detail({
      name: 'amountPence',
      label: 'Most for one person',
      readAs: 'Most you can get',
      hint: 'In pounds',
      control: 'money',
      least: 100,
      missing: 'Enter the most one person can get',
    }),
    detail({
      name: 'forWhat',
      label: 'What may it be spent on?',
      readAs: 'What you may spend it on',
      control: 'lines',
      most: 500,
      missing: 'Say what it may be spent on',
    }),
    detail({
      name: 'evidence',
      label: 'What must they show you?',
      readAs: 'What to keep and show',
      hint: 'For example, a receipt or a letter from a college',
      control: 'lines',
      most: 500,
      missing: 'Say what they must show you',
    }),
  ],
  interview_experience: [
    detail({
      name: 'interviewOn',
      label: 'Day of the interview',
      control: 'date',
      missing: 'Enter the day of the interview',
    }),
    detail({
      name: 'format',
      label: 'How is it held?',
      readAs: 'How it is held',
      control: 'choice',
      options: interviewFormats,
      missing: 'Choose how it is held',
    }),
    detail({
      name: 'feedback',
      label: 'How will you give feedback?',
      readAs: 'How you hear how it went',
      control: 'choice',
      options: feedbackWays,
      missing: 'Choose how you will give feedback',
    }),
  ],
}
