/** The answers of the forms about programmes: each stored value with what people read. */

export const programmeKinds = [
  { value: 'support', label: 'It supports people', hint: 'They are enrolled in it' },
  {
    value: 'board',
    label: 'It is a board',
    hint: 'It watches over the others; nobody is enrolled',
  },
] as const

export const datePrecisions = [
  { value: 'day', label: 'To the day' },
  { value: 'month', label: 'To the month' },
  { value: 'year', label: 'To the year' },
] as const

export const ageDays = [
  { value: 'referral', label: 'On the day they are referred' },
  { value: 'start', label: 'On the day they start' },
] as const

export const sexRules = [
  { value: 'none', label: 'For anybody' },
  { value: 'women', label: 'For women only' },
  { value: 'men', label: 'For men only' },
] as const

export const secondApprovers = [
  { value: 'under_18', label: 'For people under 18' },
  { value: 'everyone', label: 'For everybody in it' },
] as const

export const yesOrNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
] as const

export const sourceKinds = [
  { value: 'school', label: 'School' },
  { value: 'custody', label: 'Police custody' },
  { value: 'work_coach', label: 'Work coach' },
  { value: 'early_help', label: 'Early help hub' },
  { value: 'health', label: 'Health' },
  { value: 'victim_services', label: 'Victim services' },
  { value: 'chaplaincy', label: 'Chaplaincy' },
  { value: 'prison', label: 'Prison' },
  { value: 'outreach', label: 'Outreach' },
  { value: 'court_disposal', label: 'Out-of-court disposal' },
  { value: 'other_programme', label: 'Another programme' },
  { value: 'self', label: 'People themselves' },
] as const

export const metricKinds = [
  { value: 'outcome', label: 'An outcome', hint: 'What became of people' },
  { value: 'target', label: 'A target', hint: 'A number to reach' },
  { value: 'count', label: 'A count', hint: 'How much was done' },
] as const

export const metricUnits = [
  { value: 'people', label: 'People', hint: 'Everybody once' },
  {
    value: 'events',
    label: 'Events',
    hint: 'Sessions, openings, offers: one person may have several',
  },
] as const

export const countedOver = [
  { value: 'engaged', label: 'Those who took part' },
  { value: 'all_referrals', label: 'Everybody who was referred' },
  { value: 'none', label: 'It is not counted over anybody' },
] as const

export const bounds = [
  { value: 'exact', label: 'Exactly this many' },
  { value: 'at_least', label: 'Over this many' },
  { value: 'about', label: 'About this many' },
] as const

/** Why somebody's time in a programme ended. Nothing here says why they came to it. */
export const endReasons = [
  { value: 'completed', label: 'They have done what they came for' },
  { value: 'found_work', label: 'They have found work' },
  { value: 'other_support', label: 'Somebody else supports them now' },
  { value: 'own_wish', label: 'They do not want it any more' },
  { value: 'moved_away', label: 'They have moved away' },
  { value: 'lost_touch', label: 'We have lost touch' },
  { value: 'programme_closed', label: 'The programme has closed' },
  { value: 'other', label: 'Something else' },
] as const
