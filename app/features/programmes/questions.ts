import { bounds, countedOver, metricKinds, metricUnits } from './vocabulary.ts'

/** The questions of forms that add something and of those that change it: the same in both. */

export const fundingQuestions = [
  { name: 'funder', label: 'Who pays?', control: 'line' },
  { name: 'startsOn', label: 'First day', control: 'day' },
  { name: 'endsOn', label: 'Last day, if it is known', control: 'day' },
  {
    name: 'amount',
    label: 'How much, in pounds?',
    hint: 'Leave it empty if it is not stated',
    control: 'pounds',
  },
  { name: 'note', label: 'Anything else to know about it', control: 'lines' },
] as const

export const metricQuestions = [
  { name: 'name', label: 'What is counted?', hint: 'Like “Entered treatment”', control: 'line' },
  {
    name: 'definition',
    label: 'What counts, exactly?',
    hint: 'It stands beside every number',
    control: 'lines',
  },
  { name: 'kind', label: 'What kind of number is it?', control: 'choice', options: metricKinds },
  {
    name: 'unit',
    label: 'Are people or events counted?',
    control: 'choice',
    options: metricUnits,
  },
  { name: 'countedOver', label: 'Out of whom?', control: 'choice', options: countedOver },
  {
    name: 'followUpMonths',
    label: 'How many months are people followed up?',
    hint: 'Leave it empty if it is not stated',
    control: 'number',
  },
  { name: 'target', label: 'Target, if there is one', control: 'number' },
] as const

export const valueQuestions = [
  { name: 'periodFrom', label: 'First day of the period', control: 'day' },
  { name: 'periodTo', label: 'Last day of the period', control: 'day' },
  { name: 'value', label: 'The number', control: 'number' },
  { name: 'bound', label: 'How exactly is it known?', control: 'choice', options: bounds },
  {
    name: 'source',
    label: 'Where does it come from?',
    hint: 'A report or a person’s office. No names of people in the programme',
    control: 'line',
  },
] as const
